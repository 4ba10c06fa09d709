import type { AreaId } from '@yavka/shared/ids';
import type { MapArea } from '@yavka/shared/scenes/map-area';

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** The areas as a list: in the commission's order. */
export function areasInOrder(areas: readonly MapArea[]): MapArea[] {
  return [...areas].sort((a, b) => a.order - b.order);
}

/**
 * Where a key leads from an area in the list of areas: an arrow to the next or the one before, `Home` and `End` to the
 * first and the last, a letter to the next whose name begins with it, from the start again after the last. Null for
 * another key, and where there is none.
 */
export function nextAreaOf(key: string, from: AreaId, areas: readonly MapArea[]): AreaId | null {
  const list = areasInOrder(areas);
  if (key === 'Home') return list[0]?.area ?? null;
  if (key === 'End') return list.at(-1)?.area ?? null;
  const place = list.findIndex((each) => each.area === from);
  const step = steps[key];
  if (step !== undefined) return list[place + step]?.area ?? null;
  if (!/^\p{L}$/u.test(key)) return null;
  const letter = key.toLowerCase();
  const later = [...list.slice(place + 1), ...list.slice(0, place + 1)];
  return later.find(({ name }) => name.toLowerCase().startsWith(letter))?.area ?? null;
}

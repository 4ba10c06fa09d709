import type { AreaId } from '../ids.ts';
import { idSchema } from '../ids.ts';

/** The pages of the board, in the order in which they are offered. */
export const boardPages = ['now', 'day', 'regions', 'stations', 'announcements', 'dispatches'] as const;
export type BoardPage = (typeof boardPages)[number];

/** A page of the board; the page of one area is the regions' page with that area. */
export interface BoardPlace {
  readonly page: BoardPage;
  readonly area: AreaId | null;
}

/** The path of a place, which the server answers with the board and the board reads again: `/`, `/day`, `/regions/X`. */
export function pathOfPlace({ page, area }: BoardPlace): string {
  if (page === 'now') return '/';
  return page === 'regions' && area !== null ? `/regions/${encodeURIComponent(area)}` : `/${page}`;
}

/** The place that a path names; null for a path that is none of the board's. */
export function placeOfPath(path: string): BoardPlace | null {
  const [, first = '', second, ...rest] = path.replace(/(?<=.)\/$/, '').split('/');
  if (rest.length > 0) return null;
  if (second !== undefined) {
    const area = first === 'regions' ? areaOf(second) : null;
    return area === null ? null : { page: 'regions', area };
  }
  if (first === '') return { page: 'now', area: null };
  const page = boardPages.find((each) => each !== 'now' && each === first);
  return page === undefined ? null : { page, area: null };
}

function areaOf(written: string): AreaId | null {
  try {
    const read = idSchema.safeParse(decodeURIComponent(written));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

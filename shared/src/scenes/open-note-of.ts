import type { AreaView } from '../analysis/area-view.ts';
import { fillWords } from '../format/fill-words.ts';
import { formatTime } from '../format/time.ts';
import type { AreaId, InstantMs, Language } from '../ids.ts';
import type { ResolvedPack } from '../pack/pack.ts';
import { mapWords } from './map-words.ts';

/** What is said once about the areas whose polls are still open while others have closed. */
export interface OpenNote {
  readonly areas: readonly AreaId[];
  readonly until: InstantMs;
  /** «Запад: открыты до 21:00» where the pack names exactly these areas as a group, else without the name. */
  readonly text: string;
}

/** Null while all are open or none is: there is no border to explain. */
export function openNoteOf(views: readonly AreaView[], resolved: ResolvedPack, language: Language): OpenNote | null {
  const open = views.filter((view) => view.polls === 'open');
  const until = Math.max(...open.map((view) => view.closesAt ?? Number.NEGATIVE_INFINITY));
  if (!Number.isFinite(until) || !views.some((view) => view.polls === 'closed')) return null;
  const areas = open.map((view) => view.area);
  const group = resolved.pack.groups.find(
    (each) => each.areas.length === areas.length && each.areas.every((area) => areas.includes(area)),
  );
  const time = formatTime(until, resolved.zoneOffsets[resolved.pack.capital.zone] ?? 0);
  const words = mapWords[language];
  const text =
    group === undefined
      ? fillWords(words.openUntil, { time })
      : fillWords(words.groupOpenUntil, { name: group.names[language], time });
  return { areas, until, text };
}

import type { AreaView } from '../analysis/area-view.ts';
import { fillWords } from '../format/fill-words.ts';
import { describeTurnout, formatTurnout } from '../format/number.ts';
import { formatTime } from '../format/time.ts';
import type { CutoffId, Language } from '../ids.ts';
import type { Area, ResolvedPack } from '../pack/pack.ts';
import type { MapArea, MapLook } from './map-area.ts';
import { mapWords } from './map-words.ts';

/**
 * What the map shows of each area, in the order of `views`.
 * @param previous the areas shown before: one that shows the same keeps its identity, so that its drawing is skipped
 */
export function mapAreasOf(
  views: readonly AreaView[],
  resolved: ResolvedPack,
  language: Language,
  previous: readonly MapArea[] = [],
): MapArea[] {
  const before = new Map(previous.map((area) => [area.area, area]));
  const areas = new Map(resolved.pack.areas.map((area) => [area.id, area]));
  return views.flatMap((view) => {
    const area = areas.get(view.area);
    if (area === undefined) return [];
    const next = mapAreaOf(view, area, resolved, language);
    const last = before.get(view.area);
    return [last !== undefined && showsTheSame(last, next) ? last : next];
  });
}

function mapAreaOf(view: AreaView, area: Area, resolved: ResolvedPack, language: Language): MapArea {
  const words = mapWords[language];
  const { pack } = resolved;
  const turnout = view.shown?.turnout ?? null;
  const { place } = view;
  const look = lookOf(view);
  const correctedAt = correctionTimeOf(view, resolved);
  const isEarlier = view.shown !== null && view.cutoff !== null && view.shown.cutoff !== view.cutoff;
  return {
    area: area.id,
    isCity: area.kind === 'city',
    callout: area.callout,
    order: area.order,
    labelPoint: area.labelPoint,
    tile: area.tile,
    name: area.shortNames[language],
    abbreviation: area.abbreviations[language],
    kindWord: words.kind[area.kind],
    look,
    low: place === null ? null : place.kind === 'within' ? place.band : place.low,
    high: place === null ? null : place.kind === 'within' ? place.band : place.high,
    interval: turnout,
    quality: view.quality,
    cutoff: view.shown?.cutoff ?? null,
    missing: view.missing,
    stale: view.stale,
    corrected: view.shown?.corrected ?? false,
    polls: view.polls,
    figure: turnout === null ? null : formatTurnout(turnout, language, pack.approachWidth),
    note: isEarlier
      ? fillWords(words.staleAt, { time: labelOf(resolved, view.shown?.cutoff ?? null, language) })
      : correctedAt !== null
        ? fillWords(words.corrected, { time: correctedAt })
        : look === 'withheld' || look === 'absent'
          ? words.missing[view.missing ?? 'notReported']
          : null,
    shortNote: isEarlier ? labelOf(resolved, view.shown?.cutoff ?? null, language) : null,
    sentence: sentenceOf(view, area, resolved, language),
  };
}

/** When the shown figure was corrected, by the capital's clock, as long as it wears its mark. */
function correctionTimeOf(view: AreaView, resolved: ResolvedPack): string | null {
  const at = view.shown?.corrected === true ? view.shown.revision.releasedAt : null;
  return at === null ? null : formatTime(at, resolved.zoneOffsets[resolved.pack.capital.zone] ?? 0);
}

/** A stated range across bands is never drawn as one of them, whatever its words. */
function lookOf(view: AreaView): MapLook {
  if (view.shown === null) {
    if (view.missing === 'withheld') return 'withheld';
    return view.missing === 'notYetDue' || view.missing === 'awaited' || view.missing === null ? 'awaited' : 'absent';
  }
  if (view.stale) return 'stale';
  if (view.quality === null || view.place === null) return 'absent';
  return view.place.kind === 'across' ? 'range' : view.quality;
}

function sentenceOf(view: AreaView, area: Area, resolved: ResolvedPack, language: Language): string {
  const words = mapWords[language];
  const parts: string[] = [];
  if (view.shown === null) {
    parts.push(words.missing[view.missing ?? 'awaited']);
  } else {
    const time = fillWords(words.staleAt, { time: labelOf(resolved, view.shown.cutoff, language) });
    parts.push(`${describeTurnout(view.shown.turnout, language, resolved.pack.approachWidth)} ${time}`);
    if (view.stale && view.missing !== null) {
      parts.push(view.missing === 'awaited' ? words.newAwaited : words.missing[view.missing]);
    }
  }
  const correctedAt = correctionTimeOf(view, resolved);
  if (correctedAt !== null) parts.push(fillWords(words.corrected, { time: correctedAt }));
  const polls = pollsWordsOf(view, resolved, language);
  if (polls !== null) parts.push(polls);
  return `${area.names[language]}: ${parts.join(', ')}`;
}

function pollsWordsOf(view: AreaView, resolved: ResolvedPack, language: Language): string | null {
  const words = mapWords[language];
  const offset = resolved.zoneOffsets[resolved.pack.capital.zone] ?? 0;
  switch (view.polls) {
    case 'closed':
      return words.closed;
    case 'open':
      return view.closesAt === null ? null : fillWords(words.openUntil, { time: formatTime(view.closesAt, offset) });
    case 'notYetOpen':
      return view.opensAt === null ? null : fillWords(words.opensAt, { time: formatTime(view.opensAt, offset) });
    case 'unknown':
      return null;
  }
}

function labelOf(resolved: ResolvedPack, cutoff: CutoffId | null, language: Language): string {
  return resolved.pack.cutoffs.find((each) => each.id === cutoff)?.label[language] ?? '';
}

function showsTheSame(a: MapArea, b: MapArea): boolean {
  const { interval: x, ...left } = a;
  const { interval: y, ...right } = b;
  if (x?.min !== y?.min || x?.max !== y?.max) return false;
  return (Object.keys(right) as (keyof typeof right)[]).every((key) => Object.is(left[key], right[key]));
}

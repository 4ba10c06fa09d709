import type { AreaId, CutoffId } from '../../ids.ts';
import { minutesOfHour, zoneOffsetOn } from '../../pack/local-time.ts';
import type { Area, ElectionPack } from '../../pack/pack.ts';
import type { Finding } from '../finding.ts';
import { isExact } from '../turnout.ts';
import type { CheckInput } from './check-input.ts';
import { earlierCutoffsOf } from './check-input.ts';
import { inEveryLanguage } from './wording.ts';

/** One or two areas may truly stand still to the hundredth. */
const fewestAreas = 3;
/** Polls that closed sooner than this after the cutoff before may add nothing, minutes. */
const shortestPolling = 30;

/**
 * R, stale repeat: three or more areas have exactly the value of the cutoff before, though their polls were open for half
 * an hour or longer in between. An old list has been read again. Warns.
 */
export function checkRepeats(input: CheckInput): Finding[] {
  const { pack, cutoff, figures, standing } = input;
  const repeated = new Map<CutoffId, AreaId[]>();
  for (const { area: id, turnout } of figures) {
    const area = pack.areas.find((known) => known.id === id);
    if (area === undefined || id === pack.root || turnout === null || !isExact(turnout)) continue;
    const since = earlierCutoffsOf(input).find((before) => (standing(id, before)?.turnout ?? null) !== null);
    const before = since === undefined ? null : (standing(id, since)?.turnout ?? null);
    if (since === undefined || before === null || !isExact(before) || before.min !== turnout.min) continue;
    if (minutesPolled(pack, area, since, cutoff) < shortestPolling) continue;
    repeated.set(since, [...(repeated.get(since) ?? []), id]);
  }
  return [...repeated].flatMap(([since, areas]) => {
    if (areas.length < fewestAreas) return [];
    const message = inEveryLanguage(pack, (words) => {
      const [names, label] = [areas.map(words.area).join(', '), words.cutoff(since)];
      return {
        kk: `${names}: мәндер ${label} мерзіміндегімен дәл бірдей, ал учаскелер ашық болған. Ескі тізім емес пе?`,
        ru: `${names}: те же значения, что на ${label}, хотя участки всё это время работали. Не старый ли это список?`,
        en: `${names}: the values are those of ${label}, though the stations were open since. Is this an old list?`,
      };
    });
    return [{ check: 'R', severity: 'warn', areas, cutoff, message, proposedBasis: null }];
  });
}

/** For how long an area's polls were open between two cutoffs, minutes; 0 where the hours are not known. */
function minutesPolled(pack: ElectionPack, area: Area, from: CutoffId, to: CutoffId): number {
  const capital = offsetOf(pack, pack.capital.zone);
  const own = area.zone === null ? null : offsetOf(pack, area.zone);
  if (capital === null || own === null || area.hours === null) return 0;
  const at = (cutoff: CutoffId): number | null => {
    const [date, hour = ''] = pack.cutoffs.find(({ id }) => id === cutoff)?.localTime?.split('T') ?? [];
    return date === pack.date ? minutesOfHour(hour) : null;
  };
  // The area's hours on the capital's clock.
  const [opens, closes] = [minutesOfHour(area.hours.open), minutesOfHour(area.hours.close)];
  const [start, end] = [at(from), at(to)];
  if (opens === null || closes === null || start === null || end === null) return 0;
  return Math.min(end, closes - own + capital) - Math.max(start, opens - own + capital);
}

function offsetOf({ zones, date }: ElectionPack, id: string): number | null {
  const zone = zones.find((known) => known.id === id);
  return zone === undefined ? null : zoneOffsetOn(zone, date);
}

import { formatCount } from '../../format/number.ts';
import type { AreaId } from '../../ids.ts';
import type { Finding } from '../finding.ts';
import { wholeTurnout } from '../turnout.ts';
import type { CheckInput, GivenFigure } from './check-input.ts';
import { inEveryLanguage } from './wording.ts';

/** B, bounds: a turnout is at most 100 %, and no more ballots are issued than there are people on the lists. Stops. */
export function checkBounds(input: CheckInput): Finding[] {
  return input.figures.flatMap((figure) => [...turnoutBounds(input, figure), ...ballotBounds(input, figure)]);
}

function turnoutBounds({ pack, cutoff }: CheckInput, { area, turnout }: GivenFigure): Finding[] {
  if (turnout === null || turnout.max <= wholeTurnout) return [];
  const message = inEveryLanguage(pack, (words) => ({
    kk: `${words.area(area)}: ${words.turnout(turnout)} — келу жүз пайыздан аспайды. Санды тексеріңіз.`,
    ru: `${words.area(area)}: ${words.turnout(turnout)} — явки больше ста процентов не бывает. Проверьте число.`,
    en: `${words.area(area)}: ${words.turnout(turnout)} – turnout cannot be above one hundred percent. Check the number.`,
  }));
  return [{ check: 'B', severity: 'stop', areas: [area], cutoff, message, proposedBasis: null }];
}

function ballotBounds(input: CheckInput, { area, ballots, electorate }: GivenFigure): Finding[] {
  const limit = electorateLimitOf(input, area, electorate);
  if (ballots === null || limit === null || ballots <= limit.voters) return [];
  const message = inEveryLanguage(input.pack, (words) => {
    const issued = formatCount(ballots, words.language);
    const voters = formatCount(limit.voters, words.language);
    const whose = limit.of === area ? voters : `${words.area(limit.of)}: ${voters}`;
    return {
      kk: `${words.area(area)}: берілген бюллетень — ${issued}, бұл тізімдердегі сайлаушылардан көп (${whose}). Сандар қосылып кетпеді ме?`,
      ru: `${words.area(area)}: выдано бюллетеней — ${issued}, это больше, чем избирателей в списках (${whose}). Не слиплись ли числа?`,
      en: `${words.area(area)}: ${issued} ballots issued are more than the voters on the lists (${whose}). Have two numbers run together?`,
    };
  });
  return [{ check: 'B', severity: 'stop', areas: [area], cutoff: input.cutoff, message, proposedBasis: null }];
}

/**
 * The most voters an area can have: the largest known exact version, or a stated number up to a tenth above it (lists
 * grow on the day; a stated number far beyond is itself suspect). An area without a version has its parent's limit.
 */
function electorateLimitOf(
  input: CheckInput,
  area: AreaId,
  stated: number | null,
): { of: AreaId; voters: number } | null {
  const known = input.electorates.filter((version) => version.area === area && !version.approximate);
  if (known.length > 0) {
    const largest = Math.max(...known.map((version) => version.value));
    return { of: area, voters: Math.max(largest, Math.min(stated ?? 0, Math.floor((largest * 11) / 10))) };
  }
  const parent = input.pack.areas.find((each) => each.id === area)?.parent ?? null;
  const above = parent === null ? null : electorateLimitOf(input, parent, null);
  return stated !== null && (above === null || stated <= above.voters) ? { of: area, voters: stated } : above;
}

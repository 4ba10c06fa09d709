import { formatPercent, halved } from '../../format/number.ts';
import type { AreaId, Localized } from '../../ids.ts';
import type { Finding } from '../finding.ts';
import { isExact } from '../turnout.ts';
import type { CheckInput, GivenFigure } from './check-input.ts';
import { earlierCutoffsOf } from './check-input.ts';
import { earlierLevelsOf } from './earlier-levels.ts';
import { twiceMedianOf } from './increments.ts';
import { inEveryLanguage } from './wording.ts';

/** One earlier vote is an anecdote. */
const fewestVotes = 2;
/** Fewer areas than this say nothing about what is usual. */
const fewestOthers = 5;

/**
 * P, plausibility, for a figure with nothing before it on the day: less than half of the lowest that the area had by that
 * hour at earlier votes, or, among the areas of the same cutoff, less than a quarter or more than two and a half times
 * the median of the others. Warns. Areas whose borders have changed since are compared with no earlier vote.
 */
export function checkPlausible(input: CheckInput): Finding[] {
  return input.figures.flatMap((figure) => {
    if (hasBefore(input, figure.area)) return [];
    const message = belowEarlierVotes(input, figure) ?? farFromOthers(input, figure);
    if (message === null) return [];
    return [{ check: 'P', severity: 'warn', areas: [figure.area], cutoff: input.cutoff, message, proposedBasis: null }];
  });
}

function hasBefore(input: CheckInput, area: AreaId): boolean {
  return earlierCutoffsOf(input).some((cutoff) => (input.standing(area, cutoff)?.turnout ?? null) !== null);
}

function belowEarlierVotes(input: CheckInput, { area, turnout }: GivenFigure): Localized | null {
  const levels = earlierLevelsOf(input.pack, area, input.cutoff);
  const lowest = levels.toSorted((a, b) => a.hundredths - b.hundredths)[0];
  if (turnout === null || lowest === undefined || levels.length < fewestVotes) return null;
  if (2 * turnout.max >= lowest.hundredths) return null;
  return inEveryLanguage(input.pack, (words) => {
    const here = `${words.area(area)}: ${words.turnout(turnout)}`;
    const earlier = formatPercent(lowest.hundredths, words.language);
    const vote = lowest.shortTitle[words.language];
    return {
      kk: `${here} — бұрынғы дауыс берулердің осы сағатындағы ең төменгісінен екі еседен астам аз (${vote}: ${earlier}). Цифр түсіп қалмады ма?`,
      ru: `${here} — это меньше половины самого низкого за этот час на прежних голосованиях (${vote}: ${earlier}). Не потеряна ли цифра?`,
      en: `${here} is less than half of the lowest by this hour at earlier votes (${vote}: ${earlier}). Has a digit been lost?`,
    };
  });
}

function farFromOthers(input: CheckInput, { area, turnout }: GivenFigure): Localized | null {
  const { pack, cutoff, figures, standing } = input;
  if (turnout === null || area === pack.root) return null;
  const others = pack.areas.flatMap(({ id, kind }) => {
    if (id === area || (kind !== 'region' && kind !== 'city')) return [];
    const other = (figures.find((figure) => figure.area === id) ?? standing(id, cutoff))?.turnout ?? null;
    return other !== null && isExact(other) ? [other.min] : [];
  });
  if (others.length < fewestOthers) return null;
  const twiceMedian = twiceMedianOf(others);
  const isLow = 8 * turnout.max < twiceMedian;
  if (!isLow && 4 * turnout.min <= 5 * twiceMedian) return null;
  return inEveryLanguage(pack, (words) => {
    const here = `${words.area(area)}: ${words.turnout(turnout)}`;
    const median = formatPercent(halved(twiceMedian), words.language);
    return {
      kk: `${here}, ал басқа аумақтардың медианасы ${median}. ${isLow ? 'Цифр түсіп қалмады ма?' : 'Цифр қате емес пе?'}`,
      ru: `${here}, а медиана остальных — ${median}. ${isLow ? 'Не потеряна ли цифра?' : 'Не ошибка ли в цифре?'}`,
      en: `${here}, while the median of the others is ${median}. ${isLow ? 'Has a digit been lost?' : 'Is a digit wrong?'}`,
    };
  });
}

import { formatCount } from '../../format/number.ts';
import type { AreaId } from '../../ids.ts';
import type { Finding } from '../finding.ts';
import { isExact } from '../turnout.ts';
import type { CheckInput, GivenFigure, StandingFigure } from './check-input.ts';
import { earlierCutoffsOf } from './check-input.ts';
import { partsOf } from './weights.ts';
import { inEveryLanguage } from './wording.ts';

/** Lists grow on the day, but by no more than this, percent. */
const mostGrowth = 1;

/**
 * C for areas whose electorate nobody told. Their counts and percentages must at least mean about the same electorate
 * as at the newest earlier cutoff with both, and the areas' counts may not add up to more than the country's. Warns.
 */
export function checkAreaCounts(input: CheckInput): Finding[] {
  return [...input.figures.flatMap((figure) => otherElectorate(input, figure)), ...moreThanCountry(input)];
}

type Counted = Pick<StandingFigure, 'turnout' | 'ballots'>;

function otherElectorate(input: CheckInput, figure: GivenFigure): Finding[] {
  const { area, electorate } = figure;
  const isTold = electorate !== null || input.electorates.some((each) => each.area === area && !each.approximate);
  const now = impliedBy(figure);
  if (isTold || now === null) return [];
  for (const cutoff of earlierCutoffsOf(input)) {
    const standing = input.standing(area, cutoff);
    const before = standing === null ? null : impliedBy(standing);
    if (before === null) continue;
    if (!isFarAbove(now, before) && !isFarAbove(before, now)) return [];
    const message = inEveryLanguage(input.pack, (words) => {
      const voters = (implied: Implied): string => formatCount(implied.middle, words.language);
      const [name, label] = [words.area(area), words.cutoff(cutoff)];
      return {
        kk: `${name}: бюллетень саны мен пайыз бойынша тізімде ${voters(now)} сайлаушыдай, ал ${label} мерзімінде ${voters(before)} шыққан. Санды немесе пайызды тексеріңіз.`,
        ru: `${name}: по числу бюллетеней и проценту в списках около ${voters(now)}, а на ${label} выходило ${voters(before)}. Проверьте число или процент.`,
        en: `${name}: the count and the percentage mean about ${voters(now)} voters, while at ${label} they meant ${voters(before)}. Check the count or the percentage.`,
      };
    });
    return [{ check: 'C', severity: 'warn', areas: [area], cutoff: input.cutoff, message, proposedBasis: null }];
  }
  return [];
}

/** The electorate that a count and an exact share mean: ballots and the ends of the unrounded share, doubled hundredths. */
interface Implied {
  readonly ballots: bigint;
  readonly low: bigint;
  readonly high: bigint;
  readonly middle: number;
}

function impliedBy({ turnout, ballots }: Counted): Implied | null {
  if (turnout === null || ballots === null || ballots === 0 || !isExact(turnout) || turnout.min === 0) return null;
  const twice = BigInt(2 * turnout.min);
  const middle = Number((BigInt(ballots) * 20_000n) / twice);
  return { ballots: BigInt(ballots), low: twice - 1n, high: twice + 1n, middle };
}

/** Whether the smallest electorate that `a` can mean is above the largest that `b` can, grown. Cross-multiplied. */
function isFarAbove(a: Implied, b: Implied): boolean {
  return 100n * a.ballots * b.low > BigInt(100 + mostGrowth) * b.ballots * a.high;
}

function moreThanCountry(input: CheckInput): Finding[] {
  const { pack, cutoff, figures, standing } = input;
  const ballotsOf = (area: AreaId): number | null =>
    figures.find((figure) => figure.area === area)?.ballots ?? standing(area, cutoff)?.ballots ?? null;
  const country = ballotsOf(pack.root);
  const together = partsOf(input).reduce((sum, area) => sum + (ballotsOf(area) ?? 0), 0);
  const isRead = figures.some(({ ballots }) => ballots !== null);
  if (country === null || together <= country || !isRead) return [];
  const message = inEveryLanguage(pack, (words) => {
    const [all, own] = [formatCount(together, words.language), formatCount(country, words.language)];
    return {
      kk: `${words.area(pack.root)}: аумақтарда бірге ${all} бюллетень, ал бүкіл елде ${own} деп айтылған. Қай сан қате?`,
      ru: `${words.area(pack.root)}: по территориям вместе ${all} бюллетеней, а по всей стране названо ${own}. Какое число неверно?`,
      en: `${words.area(pack.root)}: the areas together have ${all} ballots, but ${own} are stated for the whole country. Which one is wrong?`,
    };
  });
  return [{ check: 'C', severity: 'warn', areas: [pack.root], cutoff, message, proposedBasis: null }];
}

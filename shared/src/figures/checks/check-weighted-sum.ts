import { formatCount, formatPercent, formatPoints } from '../../format/number.ts';
import type { AreaId, Localized } from '../../ids.ts';
import type { Finding } from '../finding.ts';
import type { TurnoutInterval } from '../turnout.ts';
import { wholeTurnout } from '../turnout.ts';
import type { CheckInput } from './check-input.ts';
import { incrementsOf } from './increments.ts';
import type { WeightedSum } from './weighted-sum.ts';
import { turnoutOf, weightedSumOf } from './weighted-sum.ts';
import type { Weights } from './weights.ts';
import { weightsOf } from './weights.ts';
import type { Wording } from './wording.ts';
import { inEveryLanguage } from './wording.ts';

/**
 * W, weighted identity: the areas' turnout, weighted by their electorates, is the country's. Exact, but for rounding,
 * where the pack knows every area's electorate; else with weights inferred from at least three earlier cutoffs and a
 * tolerance of 0,7 points. Warns, and names the area whose growth best explains the difference.
 */
export function checkWeightedSum(input: CheckInput): Finding[] {
  if (input.figures.some(({ turnout }) => turnout !== null && turnout.max > wholeTurnout)) return [];
  const weights = weightsOf(input);
  const sum = weights === null ? null : weightedSumOf(input, weights);
  if (weights === null || sum?.isOff !== true) return [];
  if (!input.figures.some(({ area }) => area === input.pack.root || weights.of.has(area))) return [];
  const suspect = suspectOf(input, weights, sum);
  const areas = suspect === null ? [input.pack.root] : [input.pack.root, suspect];
  const message = sentence(input, weights, sum, suspect);
  return [{ check: 'W', severity: 'warn', areas, cutoff: input.cutoff, message, proposedBasis: null }];
}

/**
 * The area read now whose growth beyond the usual would, by its weight, make the gap: at least half of it and at most
 * one and a half times; the nearest one. Null where none does, or the growth cannot be told.
 */
function suspectOf(input: CheckInput, weights: Weights, { gap }: WeightedSum): AreaId | null {
  const increments = incrementsOf(input);
  if (increments === null) return null;
  let suspect: { area: AreaId; left: number } | null = null;
  for (const { area, previous, current } of increments.rows) {
    if (previous === null || current === null) continue;
    const unusual = 2 * (current - previous) - increments.twiceMedian;
    const made = ((weights.of.get(area) ?? 0) * unusual) / (2 * weights.total);
    const left = Math.abs(gap - made);
    if (2 * left <= Math.abs(gap) && (suspect === null || left < suspect.left)) suspect = { area, left };
  }
  return suspect?.area ?? null;
}

function sentence(input: CheckInput, weights: Weights, sum: WeightedSum, suspect: AreaId | null): Localized {
  return inEveryLanguage(input.pack, (words) => {
    const { language } = words;
    const country = words.area(input.pack.root);
    const together = shareInWords(sum.areas, words);
    const difference = formatPoints(Math.abs(sum.gap), language, 2).replace('+', '');
    const by = basisInWords(weights, words);
    const stated = words.turnout(sum.country);
    const value = suspect === null ? null : turnoutOf(input, suspect);
    const looksAt = suspect === null || value === null ? null : `${words.area(suspect)} (${words.turnout(value)})`;
    return {
      kk: `${country}: ${stated}, ал аумақтар бірге ${together} береді, айырмасы ${difference} (${by.kk}). ${looksAt === null ? 'Бір аумақтың не елдің саны қате болуы мүмкін.' : `Алдымен мынаны қараңыз: ${looksAt}; әйтпесе елдің саны қате.`}`,
      ru: `${country}: названо ${stated}, а территории вместе дают ${together}, разница ${difference} (${by.ru}). ${looksAt === null ? 'Возможна ошибка в одной из территорий или в числе по стране.' : `Прежде всего проверьте: ${looksAt}; иначе — число по стране.`}`,
      en: `${country}: ${stated} is stated, while the areas together give ${together}, a difference of ${difference} (${by.en}). ${looksAt === null ? 'An area or the national figure may be wrong.' : `Look first at ${looksAt}; if it is right, at the national figure.`}`,
    };
  });
}

/** A computed share has two ends only where words or silence left room. */
function shareInWords({ min, max }: TurnoutInterval, { language, turnout }: Wording): string {
  return max - min <= 1 ? formatPercent(min, language) : turnout({ min, max });
}

function basisInWords({ kind, total, fittedTo }: Weights, { language }: Wording): Localized {
  if (kind === 'known') {
    const voters = formatCount(total, language);
    return {
      kk: `салмағы — тізімдердегі сайлаушылар саны, барлығы ${voters}`,
      ru: `веса — избиратели в списках, всего ${voters}`,
      en: `weighted by the voters on the lists, ${voters} in all`,
    };
  }
  const cutoffs = String(fittedTo.length);
  return {
    kk: `салмағы болжамды, осы күнгі ${cutoffs} мерзімнен шығарылған`,
    ru: `веса выведены из ${cutoffs} прежних срезов этого дня и приблизительны`,
    en: `the weights are inferred from ${cutoffs} earlier cutoffs of the day and approximate`,
  };
}

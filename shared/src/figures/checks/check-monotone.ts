import { formatCount } from '../../format/number.ts';
import type { CutoffId, Localized } from '../../ids.ts';
import type { Finding } from '../finding.ts';
import type { TurnoutInterval } from '../turnout.ts';
import type { CheckInput, GivenFigure, StandingFigure } from './check-input.ts';
import { earlierCutoffsOf, laterCutoffsOf } from './check-input.ts';
import type { Wording } from './wording.ts';
import { inEveryLanguage } from './wording.ts';

/**
 * M, monotone: turnout does not fall from one cutoff to a later one, and neither do ballots issued. Ranges are compared
 * by their bounds: only a fall that no value inside them could avoid stops. Where the two rest on known, different
 * electorates and both have counts, the counts alone are compared. At most one finding per area.
 */
export function checkMonotone(input: CheckInput): Finding[] {
  return input.figures.flatMap((figure) => {
    const message = fallMessageOf(input, figure);
    if (message === null) return [];
    return { check: 'M', severity: 'stop', areas: [figure.area], cutoff: input.cutoff, message, proposedBasis: null };
  });
}

function fallMessageOf(input: CheckInput, figure: GivenFigure): Localized | null {
  for (const [cutoffs, direction] of [
    [earlierCutoffsOf(input), 'before'],
    [laterCutoffsOf(input), 'after'],
  ] as const) {
    const fall = turnoutFall(input, figure, cutoffs, direction) ?? ballotsFall(input, figure, cutoffs, direction);
    if (fall !== null) return fall;
  }
  return null;
}

type Direction = 'before' | 'after';

function turnoutFall(
  input: CheckInput,
  figure: GivenFigure,
  cutoffs: readonly CutoffId[],
  direction: Direction,
): Localized | null {
  const other = nearest(input, figure, cutoffs, 'turnout');
  if (figure.turnout === null || other === null || restsOnAnother(input, figure, other.figure)) return null;
  const isFall = direction === 'before' ? isBelow(figure.turnout, other.value) : isBelow(other.value, figure.turnout);
  if (!isFall) return null;
  const { turnout } = figure;
  return sentence(input, figure, other.cutoff, direction, (words) => [
    words.turnout(turnout),
    words.turnout(other.value),
  ]);
}

function ballotsFall(
  input: CheckInput,
  figure: GivenFigure,
  cutoffs: readonly CutoffId[],
  direction: Direction,
): Localized | null {
  const other = nearest(input, figure, cutoffs, 'ballots');
  const { ballots } = figure;
  if (ballots === null || other === null) return null;
  const isFall = direction === 'before' ? ballots < other.value : other.value < ballots;
  if (!isFall) return null;
  return sentence(input, figure, other.cutoff, direction, ({ language }) =>
    [ballots, other.value].map((count) => countInWords(formatCount(count, language))[language]),
  );
}

function isBelow(a: TurnoutInterval, b: TurnoutInterval): boolean {
  return a.max < b.min;
}

/** The nearest cutoff of the list where the area's figure has that field. */
function nearest<Field extends 'turnout' | 'ballots'>(
  input: CheckInput,
  { area }: GivenFigure,
  cutoffs: readonly CutoffId[],
  field: Field,
): { cutoff: CutoffId; figure: StandingFigure; value: NonNullable<StandingFigure[Field]> } | null {
  for (const cutoff of cutoffs) {
    const figure = input.standing(area, cutoff);
    const value = figure?.[field];
    if (figure !== null && value !== undefined && value !== null) return { cutoff, figure, value };
  }
  return null;
}

/** Whether the two rest on known, different electorates and counts can be compared instead. */
function restsOnAnother(input: CheckInput, figure: GivenFigure, other: StandingFigure): boolean {
  if (figure.ballots === null || other.ballots === null || other.basis === null) return false;
  const own = input.electorates.filter((version) => version.area === figure.area);
  const stated = own.find((version) => version.value === figure.electorate)?.id;
  const planned = input.pack.cutoffs.find((each) => each.id === input.cutoff)?.basis ?? null;
  const basis = stated ?? own.find((version) => version.id === planned)?.id;
  return basis !== undefined && basis !== other.basis;
}

function countInWords(count: string): Localized {
  return { kk: `${count} бюллетень берілді`, ru: `выдано бюллетеней: ${count}`, en: `${count} ballots issued` };
}

function sentence(
  input: CheckInput,
  { area }: GivenFigure,
  other: CutoffId,
  direction: Direction,
  values: (words: Wording) => string[],
): Localized {
  return inEveryLanguage(input.pack, (words) => {
    const [own = '', others = ''] = values(words);
    const name = words.area(area);
    const [label, otherLabel] = [words.cutoff(input.cutoff), words.cutoff(other)];
    const here = `${name}: ${label} — ${own}`;
    const there = `${otherLabel} — ${others}`;
    return direction === 'before'
      ? {
          kk: `${here}, ал бұрын ${there}. Келу көрсеткіші кемімейді: санды түзетіңіз немесе себебін жазыңыз.`,
          ru: `${here}, а раньше ${there}. Явка нарастает и не убывает: исправьте число или назовите причину.`,
          en: `${name}: ${own} (${label}), but before it ${others} (${otherLabel}). Turnout only grows: change the number or give a reason.`,
        }
      : {
          kk: `${here}, ал кейінгі ${there}. Ертеректегі көрсеткіш кейінгіден жоғары болмайды: санды түзетіңіз немесе себебін жазыңыз.`,
          ru: `${here}, а позже ${there}. Ранняя явка не бывает выше поздней: исправьте число или назовите причину.`,
          en: `${name}: ${own} (${label}), but after it ${others} (${otherLabel}). An earlier turnout is never above a later one: change the number or give a reason.`,
        };
  });
}

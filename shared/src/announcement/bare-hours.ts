import { isSign } from './is-sign.ts';
import type { NumberRead } from './read-numbers.ts';
import type { Mark } from './phrasebook.ts';
import { means } from './phrasebook.ts';
import type { Token } from './scan.ts';

type Tokens = readonly Token[];
type Marks = readonly (Mark | undefined)[];

/** "HH:MM" of an hour and its minutes. */
export const clock = (hour: number, minutes: string): string => `${String(hour % 24).padStart(2, '0')}:${minutes}`;

/** Decimals that are hours: all numbers of a line without names, as the head of a table has them («10.05 | 12.05»). */
export function hoursInHeads(
  tokens: Tokens,
  marks: Marks,
  numbers: readonly NumberRead[],
  isCutoff: (time: string) => boolean,
): Set<number> {
  const heads = new Set<number>();
  let line: NumberRead[] = [];
  let index = 0;
  let plain = true;
  for (let at = 0; at <= tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'lineBreak') {
      const hours = line.filter(
        ({ whole, fraction, shape }) => shape !== 'integer' && isCutoff(clock(whole, fraction)),
      );
      const others = line.some(({ shape, percent }) => percent || shape === 'count' || shape === 'date');
      const decimals = line.filter(({ shape }) => shape !== 'integer');
      if (plain && !others && hours.length > 0 && hours.length === decimals.length)
        for (const { from } of hours) heads.add(from);
      line = [];
      plain = true;
      continue;
    }
    while (index < numbers.length && (numbers[index]?.from ?? 0) < at) index += 1;
    const number = numbers[index];
    if (number?.from === at) {
      line.push(number);
      at = number.to - 1;
    } else if (token.kind === 'word') {
      const mark = marks[at];
      plain &&= means(mark, 'ordinal', 'regionNoun', 'regionNouns', 'turnout', 'clockLead', 'locative', 'hours');
      if (mark !== undefined) at = mark.to - 1;
    }
  }
  return heads;
}

/** «67,85 % (18.05)»: the sign that parts the whole from its fraction is not the one that the share has. */
function isWrittenOtherwise(tokens: Tokens, share: NumberRead, hour: NumberRead): boolean {
  if (share.shape !== 'decimal' || hour.shape !== 'decimal') return false;
  return tokens[share.from + 1]?.key !== tokens[hour.from + 1]?.key;
}

/**
 * «32,27 % (10.05), 44,99 % (12.05)»: hours in brackets of their own after two shares or more of a line, or after one
 * where they are written with another sign.
 */
export function hoursInBrackets(
  tokens: Tokens,
  numbers: readonly NumberRead[],
  isCutoff: (time: string) => boolean,
): ReadonlySet<number> {
  const hours = new Set<number>();
  let line: NumberRead[] = [];
  let last = 0;
  const settle = (): void => {
    const told = new Set(line.map(({ whole, fraction }) => clock(whole, fraction)));
    if (told.size > 1 && told.size === line.length && [...told].every(isCutoff))
      for (const { from } of line) hours.add(from);
    line = [];
  };
  for (const [index, number] of numbers.entries()) {
    if (tokens.slice(last, number.from).some(({ kind }) => kind === 'lineBreak')) settle();
    last = number.to;
    const bracketed = isSign(tokens[number.from - 1], '(') && isSign(tokens[number.to], ')') && !number.percent;
    const share = numbers[index - 1];
    if (bracketed && share?.percent === true && share.to === number.from - 1 && number.fraction.length === 2)
      line.push(number);
    else continue;
    if (isWrittenOtherwise(tokens, share, number) && isCutoff(clock(number.whole, number.fraction)))
      hours.add(number.from);
  }
  settle();
  return hours;
}

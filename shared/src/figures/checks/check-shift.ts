import { formatPoints, halved } from '../../format/number.ts';
import type { Finding } from '../finding.ts';
import type { Shift } from './best-shift-of.ts';
import { bestShiftOf, gainOf } from './best-shift-of.ts';
import type { CheckInput } from './check-input.ts';
import { earlierCutoffsOf } from './check-input.ts';
import { inEveryLanguage } from './wording.ts';

/** 15 points, in doubled hundredths. */
const least = 3000;

/**
 * S, shift: a block of rows whose values belong one row up or down. Stops when the error against "previous plus median
 * growth" falls by more than 15 points and to less than half; to less than two fifths where the list before is missing,
 * since rows drift apart in a longer time. (On the day it was measured on, true steps reach 5,8 points and 0,67; a list
 * with a dropped row 31,5 points and 0,25; over six hours of an earlier vote a true one 15,1 points and 0,48.)
 */
export function checkShift(input: CheckInput): Finding[] {
  const shift = bestShiftOf(input);
  if (shift === null || gainOf(shift) <= least || !isMuchBetter(input, shift)) return [];
  const areas = shift.rows.map((row) => row.area);
  const [first, last] = [areas[0] ?? '', areas.at(-1) ?? ''];
  const message = inEveryLanguage(input.pack, (words) => {
    const now = formatPoints(halved(shift.twiceErrorNow), words.language).replace('+', '');
    const shifted = formatPoints(halved(shift.twiceErrorShifted), words.language).replace('+', '');
    const block = `${words.area(first)} … ${words.area(last)}`;
    const isDown = shift.direction === 1;
    return {
      kk: `Жолдар жылжып кеткен сияқты: ${block}. Мәндер бір жол ${isDown ? 'төмен' : 'жоғары'} тұрса, күн барысына сай келеді (алшақтық ${now} емес, ${shifted}). Тізімді дереккөзбен салыстырыңыз.`,
      ru: `Похоже, строки сдвинулись: ${block}. Если отнести значения на строку ${isDown ? 'ниже' : 'выше'}, они ложатся на ход дня (расхождение ${shifted} вместо ${now}). Сверьте список с источником.`,
      en: `The rows seem to have shifted: ${block}. One row ${isDown ? 'down' : 'up'}, the values follow the day (off by ${shifted} instead of ${now}). Compare the list with its source.`,
    };
  });
  return [{ check: 'S', severity: 'stop', areas, cutoff: input.cutoff, message, proposedBasis: null }];
}

function isMuchBetter(input: CheckInput, { since, twiceErrorNow, twiceErrorShifted }: Shift): boolean {
  const isNext = earlierCutoffsOf(input)[0] === since;
  return isNext ? 2 * twiceErrorShifted < twiceErrorNow : 5 * twiceErrorShifted < 2 * twiceErrorNow;
}

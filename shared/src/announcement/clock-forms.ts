import { clock } from './bare-hours.ts';
import type { NumberRead } from './read-numbers.ts';
import type { Mark } from './phrasebook.ts';
import { means } from './phrasebook.ts';
import type { TimeRead } from './time-read.ts';
import type { Token } from './scan.ts';

type Tokens = readonly Token[];
type Marks = readonly (Mark | undefined)[];

const ofTime = /^(time|hrs|hours|gmt|utc|local)$/u;

/** "As of 1605 … time", "1005 GMT": a clock without its colon; null for any other number. */
export function fourDigits(
  tokens: Tokens,
  marks: Marks,
  number: NumberRead,
  lead: Mark | undefined,
): Pick<TimeRead, 'to' | 'time' | 'role'> | null {
  const digits = tokens[number.from]?.key ?? '';
  if (number.shape !== 'integer' || number.percent || !/^([01]\d|2[0-3])[0-5]\d$/u.test(digits)) return null;
  let to = number.to;
  while (to < number.to + 2 && !ofTime.test(tokens[to]?.key ?? '') && tokens[to]?.kind === 'word') to += 1;
  if (!ofTime.test(tokens[to]?.key ?? '')) return null;
  if (ofTime.test(tokens[to + 1]?.key ?? '')) to += 1;
  const foreign = ['gmt', 'utc'].includes(tokens[to]?.key ?? '');
  const role = foreign ? 'plain' : means(lead, 'asOf') ? 'stated' : means(lead, 'timeLead') ? 'led' : 'plain';
  return { to: to + 1, time: clock(Number(digits.slice(0, 2)), digits.slice(2)), role };
}

/** "Two hours earlier", «двумя часами ранее», «екі сағат бұрын»: counted from the hour told last. */
export function hoursBefore(tokens: Tokens, number: NumberRead, last: TimeRead | undefined): TimeRead | null {
  const [hours, before] = [tokens[number.to], tokens[number.to + 1]];
  if (last === undefined || number.shape !== 'integer' || number.percent || number.whole < 1) return null;
  if (!/^(hours?|час(а|ов|ами|ом)?|сагат)$/u.test(hours?.key ?? '')) return null;
  if (!/^(earlier|before|ago|ранее|раньше|назад|бурын)$/u.test(before?.key ?? '')) return null;
  const hour = Number(last.time.slice(0, 2)) - number.whole;
  if (hour < 0) return null;
  const to = number.to + 2;
  const { from, start } = number;
  return {
    from,
    to,
    start,
    end: tokens[to - 1]?.end ?? number.end,
    time: clock(hour, last.time.slice(3)),
    role: 'led',
  };
}

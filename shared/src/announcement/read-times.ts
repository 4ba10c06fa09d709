import { isSign } from './is-sign.ts';
import type { Meter } from './meter.ts';
import type { NumberRead } from './read-numbers.ts';
import type { Mark } from './phrasebook.ts';
import { means } from './phrasebook.ts';
import type { Token } from './scan.ts';

/** A time of day in the text. */
export interface TimeRead {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** "HH:MM". */
  readonly time: string;
  /**
   * Whether the figures are said to hold at it (`stated`), may hold at it (`led`: «к 20 часам»; `head`: it opens a line
   * or stands in a title), or it is only a time.
   */
  readonly role: 'stated' | 'led' | 'head' | 'plain';
}

type Tokens = readonly Token[];
type Marks = readonly (Mark | undefined)[];
const kazakhAt = /^(дег|даг|тег|таг|де$|да$|те$|та$|ге$|га$|ке$|ка$|deg|dag|teg|tag|de$|da$|te$|ta$|ge$|ga$|ke$|qa$)/u;
const kazakhAtArabic = /^(دەگ|داع|تەگ|تاع|دە$|دا$|تە$|تا$)/u;

/** Decimals that are hours: all numbers of a line without names, as the head of a table has them («10.05 | 12.05»). */
function hoursInHeads(
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

const clock = (hour: number, minutes: string): string => `${String(hour % 24).padStart(2, '0')}:${minutes}`;

/** How far back «к 20» may look for the «часам» it shares. */
const ellipsis = 30;

const ofTime = /^(time|hrs|hours|gmt|utc|local)$/u;

/** "As of 1605 … time", "1005 GMT": a clock without its colon; null for any other number. */
function fourDigits(
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

/** "Two hours earlier", «двумя часами ранее»: counted from the hour told last. */
function hoursBefore(tokens: Tokens, number: NumberRead, last: TimeRead | undefined): TimeRead | null {
  const [hours, before] = [tokens[number.to], tokens[number.to + 1]];
  if (last === undefined || number.shape !== 'integer' || number.percent || number.whole < 1) return null;
  if (!/^(hours?|час(а|ов|ами|ом)?)$/u.test(hours?.key ?? '')) return null;
  if (!/^(earlier|before|ago|ранее|раньше|назад)$/u.test(before?.key ?? '')) return null;
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

/** Times of day: "20:05", «20.05 часов», «20 часов», «сағат 20.05-дегі жағдай бойынша», "8:05 p.m.". */
export function readTimes(
  tokens: Tokens,
  marks: Marks,
  endings: readonly number[],
  numbers: readonly NumberRead[],
  isCutoff: (time: string) => boolean,
  meter: Meter,
): TimeRead[] {
  const times: TimeRead[] = [];
  const heads = hoursInHeads(tokens, marks, numbers, isCutoff);
  const markAt = (end: number): Mark | undefined => {
    const from = endings[end];
    return from === undefined || from < 0 ? undefined : marks[from];
  };
  for (const [index, number] of numbers.entries()) {
    const military = fourDigits(tokens, marks, number, markAt(number.from));
    if (military !== null) {
      const { to, ...told } = military;
      const [start, end] = [number.start, tokens[to - 1]?.end ?? number.end];
      times.push({ ...told, from: number.from, to, start, end });
      continue;
    }
    const earlier = hoursBefore(
      tokens,
      number,
      times.findLast(({ role }) => role !== 'plain'),
    );
    if (earlier !== null) {
      times.push(earlier);
      continue;
    }
    meter.steps += 1;
    const fits =
      number.shape === 'clock' ||
      (number.whole <= 24 &&
        (number.shape === 'integer' ||
          (number.shape === 'decimal' && number.fraction.length === 2 && Number(number.fraction) < 60)));
    if (!fits || number.percent) continue;
    let from = number.from;
    let to = number.to;
    let lead = markAt(from);
    const clockLead = means(lead, 'clockLead');
    if (clockLead) {
      from = endings[from] ?? from;
      lead = markAt(from);
    }
    const half = means(marks[to], 'morning', 'evening') ? marks[to] : undefined;
    const hours = means(marks[to], 'hours') || clockLead;
    if (means(marks[to], 'hours')) to = marks[to]?.to ?? to + 1;
    let minutes = number.shape === 'integer' ? '00' : number.fraction;
    const next = numbers[index + 1];
    if (
      hours &&
      number.shape === 'integer' &&
      next?.from === to &&
      next.shape === 'integer' &&
      next.whole < 60 &&
      means(marks[next.to], 'minutes')
    ) {
      minutes = String(next.whole).padStart(2, '0');
      to = marks[next.to]?.to ?? next.to + 1;
    }
    // «22-00»: hour and minutes joined by a hyphen.
    let joined = false;
    if (
      number.shape === 'integer' &&
      isSign(tokens[to], '-') &&
      tokens[to]?.gap === 'none' &&
      next?.from === to + 1 &&
      tokens[next.from]?.key.length === 2 &&
      next.whole < 60 &&
      !next.percent &&
      (means(marks[next.to], 'hours') || means(lead, 'asOf', 'timeLead'))
    ) {
      joined = true;
      minutes = String(next.whole).padStart(2, '0');
      to = means(marks[next.to], 'hours') ? (marks[next.to]?.to ?? next.to) : next.to;
    }
    // «3 дня» is a length of time, «3 часа дня» is a time.
    const part =
      tokens[to]?.key === 'дня' && !hours
        ? undefined
        : (half ?? (means(marks[to], 'morning', 'evening') ? marks[to] : undefined));
    if (part !== undefined) to = part.to;
    if (
      part !== undefined &&
      (tokens[to - 1]?.key.length ?? 9) <= 2 &&
      isSign(tokens[to], '.') &&
      tokens[to]?.gap === 'none' &&
      tokens[to + 1]?.kind !== 'lineBreak' &&
      tokens[to + 1] !== undefined &&
      !(tokens[to + 1]?.capital ?? false)
    )
      to += 1;
    const ending = number.suffix !== null && (kazakhAt.test(number.suffix) || kazakhAtArabic.test(number.suffix));
    const after = means(marks[to], 'asOfAfter');
    const led = means(lead, 'asOf', 'timeLead') || clockLead || ending;
    const last = times.at(-1);
    const elided =
      number.shape === 'integer' &&
      !number.inWords &&
      means(lead, 'timeLead') &&
      last !== undefined &&
      last.role !== 'plain' &&
      from - last.to <= ellipsis &&
      number.whole > Number(last.time.slice(0, 2)) &&
      isCutoff(clock(number.whole, '00')) &&
      (isSign(tokens[to], '–', '-', ':') || means(marks[to], 'turnout', 'voted'));
    const isTime =
      number.shape === 'clock' ||
      heads.has(number.from) ||
      elided ||
      joined ||
      hours ||
      part !== undefined ||
      (number.shape === 'decimal' &&
        (means(lead, 'asOf') ||
          (means(lead, 'timeLead') && number.fraction.length === 2 && tokens[from - 1]?.key !== 'с') ||
          (after && isCutoff(clock(number.whole, number.fraction))) ||
          (ending && (after || isCutoff(clock(number.whole, number.fraction))))));
    if (!isTime || (number.shape === 'integer' && !hours && !joined && part === undefined && !elided)) continue;
    let hour = number.whole;
    if (means(part, 'evening') && hour < 12) hour += 12;
    if (means(part, 'morning') && hour === 12) hour = 0;
    const start = tokens[from]?.start ?? number.start;
    times.push({
      from,
      to,
      start,
      end: tokens[to - 1]?.end ?? number.end,
      time: clock(hour, minutes),
      role: means(lead, 'asOf') || ((led || number.shape === 'decimal') && after) ? 'stated' : led ? 'led' : 'plain',
    });
  }
  for (const [at, mark] of marks.entries()) {
    meter.steps += 1;
    if (!means(mark, 'noon') || mark === undefined) continue;
    const lead = markAt(at);
    const from = means(lead, 'asOf', 'timeLead') ? (endings[at] ?? at) : at;
    const [start, end] = [tokens[at]?.start ?? 0, tokens[mark.to - 1]?.end ?? 0];
    times.push({ from: at, to: mark.to, start, end, time: '12:00', role: from < at ? 'led' : 'plain' });
  }
  return times.sort((a, b) => a.from - b.from);
}

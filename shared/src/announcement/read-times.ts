import type { TimeRead } from './time-read.ts';
import { clock, hoursInBrackets, hoursInHeads } from './bare-hours.ts';
import { fourDigits, hoursBefore } from './clock-forms.ts';
import { isSign } from './is-sign.ts';
import { closesBracket, dataNoun, ofData, opensSpan } from './hour-by-words.ts';
import type { Meter } from './meter.ts';
import type { NumberRead } from './read-numbers.ts';
import type { Mark } from './phrasebook.ts';
import { means } from './phrasebook.ts';
import type { Token } from './scan.ts';
import { spokenHours } from './spoken-hours.ts';

type Tokens = readonly Token[];
type Marks = readonly (Mark | undefined)[];
const kazakhAt = /^(дег|даг|тег|таг|де$|да$|те$|та$|ге$|га$|ке$|ка$|deg|dag|teg|tag|de$|da$|te$|ta$|ge$|ga$|ke$|qa$)/u;
const kazakhAtArabic = /^(دەگ|داع|تەگ|تاع|دە$|دا$|تە$|تا$)/u;

/** How far back «к 20» may look for the «часам» it shares. */
const ellipsis = 30;

/** The phrase before a clock that stands in quotation marks after a colon, as a program writes them. */
function quotedLead(tokens: Tokens, markAt: (end: number) => Mark | undefined, from: number): Mark | undefined {
  let at = from;
  while (at > from - 4 && isSign(tokens[at - 1], '"', ':', '=')) at -= 1;
  const lead = at < from ? markAt(at) : undefined;
  return means(lead, 'asOf') ? lead : undefined;
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
  // Behind the last hour of another zone.
  let abroad = -1;
  const bracketed = hoursInBrackets(tokens, numbers, isCutoff);
  const heads = hoursInHeads(tokens, marks, numbers, isCutoff);
  const markAt = (end: number): Mark | undefined => {
    const from = endings[end];
    return from === undefined || from < 0 ? undefined : marks[from];
  };
  const roleOf = (hour: number, minutes: string, to: number, stated: boolean, led: boolean): TimeRead['role'] => {
    if (stated) return 'stated';
    const noun = isSign(tokens[to], '.') ? tokens[to + 1] : tokens[to];
    const tells = dataNoun.test(noun?.key ?? '') && isCutoff(clock(hour, minutes));
    return led || tells ? 'led' : 'plain';
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
    // "asOf": "20:05"
    lead ??= quotedLead(tokens, markAt, from);
    const clockLead = means(lead, 'clockLead');
    if (clockLead) {
      from = endings[from] ?? from;
      lead = markAt(from);
    }
    // «By 10:00 GMT (16:00 in …)»: another zone's hour.
    const ofBracket = number.shape === 'clock' && number.from === abroad + 1 && isSign(tokens[abroad], '(');
    const foreign = number.shape === 'clock' && /^(gmt|utc|мск|msk|bst|cet)$/u.test(tokens[to]?.key ?? '');
    if (foreign) abroad = to + 1;
    const ending = number.suffix !== null && (kazakhAt.test(number.suffix) || kazakhAtArabic.test(number.suffix));
    // «Кешкі сағат 8-де», «таңғы 10-да»: the part of the day stands before.
    const partBefore = (clockLead || ending) && means(lead, 'morning', 'evening') ? lead : undefined;
    if (partBefore !== undefined) {
      from = endings[from] ?? from;
      lead = markAt(from);
    }
    const half = partBefore ?? (means(marks[to], 'morning', 'evening') ? marks[to] : undefined);
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
    // «23.37 this morning» is a share.
    const loose = part !== undefined && part !== partBefore && part.to - to > 1;
    if (loose && number.shape === 'decimal' && !isSign(tokens[to + 1], '.')) continue;
    if (part !== undefined && part !== partBefore) to = part.to;
    if (
      part !== undefined &&
      part !== partBefore &&
      (tokens[to - 1]?.key.length ?? 9) <= 2 &&
      isSign(tokens[to], '.') &&
      tokens[to]?.gap === 'none' &&
      tokens[to + 1]?.kind !== 'lineBreak' &&
      tokens[to + 1] !== undefined &&
      !(tokens[to + 1]?.capital ?? false)
    )
      to += 1;
    const after = means(marks[to], 'asOfAfter');
    // «По сравнению с 16:05 (62,35 %)».
    const led =
      means(lead, 'asOf', 'timeLead', 'compared', 'between') ||
      (tokens[from - 1]?.key === 'for' && isCutoff(clock(number.whole + (means(part, 'evening') ? 12 : 0), minutes))) ||
      clockLead ||
      ending ||
      bracketed.has(number.from) ||
      (number.shape === 'clock' && after && isCutoff(clock(number.whole, number.fraction))) ||
      closesBracket(tokens, numbers[index - 1], number) ||
      opensSpan(tokens, marks, number, lead);
    const last = times.at(-1);
    const elided =
      number.shape === 'integer' &&
      !number.inWords &&
      means(lead, 'timeLead') &&
      tokens[from - 1]?.key !== 'до' &&
      last !== undefined &&
      last.role !== 'plain' &&
      from - last.to <= ellipsis &&
      number.whole > Number(last.time.slice(0, 2)) &&
      isCutoff(clock(number.whole, '00')) &&
      (isSign(tokens[to], '–', '-', ':') || means(marks[to], 'turnout', 'voted'));
    const isTime =
      number.shape === 'clock' ||
      heads.has(number.from) ||
      bracketed.has(number.from) ||
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
      role: foreign
        ? 'plain'
        : ofBracket
          ? 'led'
          : roleOf(
              hour,
              minutes,
              to,
              means(lead, 'asOf') ||
                ofData(tokens, number.from, ending ? number.suffix : null) ||
                ((led || number.shape === 'decimal') && after),
              led,
            ),
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
  const spoken = spokenHours(tokens, marks);
  const apart = times.filter(({ from, to }) => !spoken.some((other) => from < other.to && to > other.from));
  return inList(
    tokens,
    marks,
    [...apart, ...spoken].sort((a, b) => a.from - b.from),
  );
}

/** «На 12:05, 14:05 и 16:05»: what leads the first hour of a list leads them all. */
function inList(tokens: Tokens, marks: Marks, times: readonly TimeRead[]): TimeRead[] {
  const led: TimeRead[] = [];
  for (const time of times) {
    const last = led.at(-1);
    const between = last === undefined ? [] : tokens.slice(last.to, Math.min(time.from, last.to + 3));
    const joins =
      last !== undefined &&
      last.role !== 'plain' &&
      time.role === 'plain' &&
      time.from - last.to <= 2 &&
      between.length > 0 &&
      between.every((token, index) => isSign(token, ',') || means(marks[last.to + index], 'and'));
    led.push(joins ? { ...time, role: last.role } : time);
  }
  return led;
}

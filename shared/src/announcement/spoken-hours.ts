import { clock } from './bare-hours.ts';
import { numberWords } from './number-words.ts';
import type { Mark } from './phrasebook.ts';
import { means } from './phrasebook.ts';
import type { Token } from './scan.ts';

type Tokens = readonly Token[];
type Marks = readonly (Mark | undefined)[];

/** An hour with its part of the day. */
interface SpokenHour {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** "HH:MM". */
  readonly time: string;
  readonly role: 'stated' | 'led';
}

/** Kazakh cases of an hour: "at eight", "to eight", "of eight o'clock". */
const atHour = /(дег|даг|тег|таг|deg|dag|teg|tag)\p{L}{1,2}$|(де|да|те|та|ге|га|ке|ка|de|da|te|ta|ge|ga|ke|qa)$/u;

const valueOf = (word: string): number | undefined => {
  const found = numberWords.get(word);
  return found === undefined || found.multiplies ? undefined : found.value;
};

/** «сегізде», «он екідегі»: an hour in words that ends in its case, or in digits with it: «8-де». */
function hourAt(tokens: Tokens, at: number): { to: number; hour: number } | null {
  const [first, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (first?.kind === 'digits') {
    const joined = second?.key === '-' && second.gap === 'none' && third?.kind === 'word' && third.gap === 'none';
    return joined && first.key.length <= 2 && atHour.test(third.key) ? { to: at + 3, hour: Number(first.key) } : null;
  }
  if (first?.kind !== 'word') return null;
  const tens = valueOf(first.key);
  const compound = (tens === 10 || tens === 20) && second?.kind === 'word';
  const last = compound ? second : first;
  const ending = atHour.exec(last.key);
  const value = ending === null ? undefined : valueOf(last.key.slice(0, ending.index));
  if (value === undefined) return null;
  return { to: at + (compound ? 2 : 1), hour: (compound ? tens : 0) + value };
}

const isTold = (times: readonly SpokenHour[], at: number): boolean => {
  const last = times.at(-1);
  return last !== undefined && at >= last.from && at < last.to;
};

/** «По состоянию на восемнадцать ноль пять»: an hour and minutes read out digit by digit. */
function clockInWords(tokens: Tokens, marks: Marks, lead: number): SpokenHour | null {
  const mark = marks[lead];
  if (mark === undefined || !means(mark, 'asOf', 'timeLead')) return null;
  const from = mark.to;
  const first = valueOf(tokens[from]?.key ?? '');
  if (first === undefined) return null;
  const second = valueOf(tokens[from + 1]?.key ?? '');
  const compound = first === 20 && second !== undefined && second > 0 && second < 5;
  const hour = compound ? first + second : first;
  const zero = from + (compound ? 2 : 1);
  const minutes = valueOf(tokens[zero + 1]?.key ?? '');
  if (valueOf(tokens[zero]?.key ?? '') !== 0 || minutes === undefined || minutes > 9 || hour > 24) return null;
  const [start, end] = [tokens[from]?.start ?? 0, tokens[zero + 1]?.end ?? 0];
  const role = means(mark, 'asOf') ? 'stated' : 'led';
  return { from, to: zero + 2, start, end, time: clock(hour, `0${minutes}`), role };
}

/**
 * Hours of a part of the day that is named before them, as Kazakh does: «кешкі сегіздегі дерек», «түскі сағат он екіде»,
 * «таңғы 10-да».
 */
export function spokenHours(tokens: Tokens, marks: Marks): SpokenHour[] {
  const times: SpokenHour[] = [];
  for (const [from, mark] of marks.entries()) {
    if (mark === undefined) continue;
    const clocked = clockInWords(tokens, marks, from);
    if (clocked !== null) times.push(clocked);
    // «Сағат он алтыдағы»: in words alone.
    const alone = means(mark, 'clockLead') && tokens[mark.to]?.kind === 'word' && !isTold(times, from);
    if (!means(mark, 'morning', 'evening') && !alone) continue;
    const lead = marks[mark.to];
    const hour = hourAt(tokens, means(lead, 'clockLead') && lead !== undefined ? lead.to : mark.to);
    if (hour === null || hour.hour > 24) continue;
    const later = means(mark, 'evening') && hour.hour < 12 ? 12 : 0;
    const stated = means(marks[hour.to], 'asOfAfter');
    times.push({
      from,
      to: hour.to,
      start: tokens[from]?.start ?? 0,
      end: tokens[hour.to - 1]?.end ?? 0,
      time: clock(hour.hour + later, '00'),
      role: stated ? 'stated' : 'led',
    });
  }
  return times;
}

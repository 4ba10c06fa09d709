import { isSign } from './is-sign.ts';
import type { NumberRead } from './read-numbers.ts';
import type { Mark } from './phrasebook.ts';
import { means } from './phrasebook.ts';
import type { TimeRead } from './time-read.ts';
import type { Token } from './scan.ts';

type Tokens = readonly Token[];
type Marks = readonly (Mark | undefined)[];

/** Words of opening, closing and meeting: the hour beside them is that of the event, not of a figure. */
const event = /^(закр|откр|брифинг|заверш|начал|начн|начин|clos|open|brief|start|begin|began|жаб|аш[ыт]|баста|аякта)/u;

/** Whose figures are told. */
const source = /^(цик|оск|cec$|осык|центризбирк|избирк|комисс|commission)/u;

/** How far from the hour its sentence is looked over. */
const reach = 60;

const endsSentence = (tokens: Tokens, at: number): boolean => {
  const [sign, next] = [tokens[at], tokens[at + 1]];
  if (sign === undefined || sign.kind === 'lineBreak') return true;
  return isSign(sign, '.', '!', '?') && (next === undefined || next.kind === 'lineBreak' || next.gap !== 'none');
};

/** The sentence around an hour, by full stops and ends of lines, `reach` tokens at most to each side. */
function sentenceAround(tokens: Tokens, { from, to }: TimeRead): { from: number; to: number } {
  let [start, end] = [from, to];
  while (start > 0 && from - start < reach && !endsSentence(tokens, start - 1)) start -= 1;
  while (!endsSentence(tokens, end) && end - to < reach) end += 1;
  return { from: start, to: end };
}

/** True when a line begins with words that are neither an area's name nor of an announcement. */
function isSpeaker(tokens: Tokens, marks: Marks, from: number, to: number, isName: (at: number) => boolean): boolean {
  for (let at = from; at < to; at += 1)
    if (means(marks[at], 'turnout', 'voted', 'national') || isName(at)) return false;
  return tokens[from]?.kind === 'word';
}

/** «(18:05)», «(сағат 18:05)»: brackets with nothing else in them, in a sentence of figures or a title of the turnout. */
function inBrackets(
  tokens: Tokens,
  marks: Marks,
  numbers: readonly NumberRead[],
  time: TimeRead,
  isName: (at: number) => boolean,
): boolean {
  if (!isSign(tokens[time.from - 1], '(') || !isSign(tokens[time.to], ')')) return false;
  const { from, to } = sentenceAround(tokens, time);
  // «Имя (18:05): явка …»: when somebody spoke.
  if (isSign(tokens[time.to + 1], ':') && isSpeaker(tokens, marks, from, time.from - 1, isName)) return false;
  const figures = numbers.some((number) => number.from >= from && number.to <= to && isFigure(number));
  return (
    figures ||
    marks.slice(from, to).some((mark) => means(mark, 'turnout', 'voted')) ||
    (to === time.to + 1 && isOfAnnouncement(tokens, marks, from, time.from))
  );
}

const isFigure = ({ percent, shape, fraction }: NumberRead): boolean =>
  percent || (shape === 'decimal' && fraction.length <= 2);

/** «(ЦИК, 16 ч.)»: whose figures they are and their hour, in brackets. */
function isSourceInBrackets(tokens: Tokens, time: TimeRead): boolean {
  const closes = isSign(tokens[time.to], '.') ? time.to + 1 : time.to;
  if (!isSign(tokens[closes], ')') || !isSign(tokens[time.from - 1], ',')) return false;
  let at = time.from - 2;
  while (tokens[at]?.kind === 'word' && time.from - at < 6) at -= 1;
  return isSign(tokens[at], '(') && source.test(tokens[at + 1]?.key ?? '');
}

/** «Время – 18 часов.», «Время 22:00.»: a sentence that only tells the hour. */
function isHourTold(tokens: Tokens, time: TimeRead): boolean {
  const { from, to } = sentenceAround(tokens, time);
  const told = /^(время|time|уакыт|уакыты|uaqyt|uaqyty|сагат|час)$/u;
  const between = tokens.slice(from + 1, time.from);
  return (
    to === time.to &&
    from < time.from &&
    told.test(tokens[from]?.key ?? '') &&
    between.length < 2 &&
    between.every(isDash)
  );
}

const isDash = (token: Token | undefined): boolean => isSign(token, '–', '-', ':');

/** «… на плашку. 20:05, страна 69,31 %»: an hour that a sentence of figures begins with, behind another sentence. */
function opensFigures(tokens: Tokens, numbers: readonly NumberRead[], time: TimeRead): boolean {
  const { from, to } = sentenceAround(tokens, time);
  const behind = tokens[from - 1];
  if (from !== time.from || !isSign(behind, '.', '!') || !isSign(tokens[time.to], ',', ':', '–')) return false;
  return numbers.some((number) => number.from > time.to && number.to <= to && isFigure(number));
}

/** «Жоғары / төмен (16:00)»: a line that has only words of announcements. */
function isOfAnnouncement(tokens: Tokens, marks: Marks, from: number, to: number): boolean {
  let known = false;
  for (let at = from; at < to; at += 1) {
    if (tokens[at]?.kind !== 'word') continue;
    const mark = marks[at];
    if (mark === undefined) return false;
    known = true;
    at = mark.to - 1;
  }
  return known;
}

const isYear = (token: Token | undefined): boolean => token?.kind === 'digits' && /^20\d\d$/u.test(token.key);

/** Words of a title beside those of an announcement. */
const ofData =
  /^(врем[яе]|time$|уакыт|update|latest|figures$|data$|live$|breaking|snapshot|официальн|оперативн|срочно|молни|апдейт|жедел|ресми|малимет|дерек|дерег)/u;

/** «Данные ЦИК, 18:05», «ЦИК РК, 20.11.2022, 22:00», «Итак, 20:05.»: the end of a line or sentence that has only words of an announcement before it. */
function endsTitle(tokens: Tokens, marks: Marks, time: TimeRead, countryEnd: (at: number) => number): boolean {
  const { from, to } = sentenceAround(tokens, time);
  if (!isSign(tokens[time.from - 1], ',', ':', '–', '-', '|', '/', '•')) return false;
  if (to !== time.to && !(to === time.to + 1 && isSign(tokens[time.to], ':'))) return false;
  let known = false;
  let dated = false;
  let ofFigures = false;
  for (let at = from; at < time.from; at += 1) {
    const mark = marks[at];
    const token = tokens[at];
    if (token?.kind === 'punctuation' || isYear(token)) continue;
    if (token?.kind === 'digits' || means(mark, 'month', 'year')) {
      dated = true;
      at = (mark?.to ?? at + 1) - 1;
      continue;
    }
    const country = countryEnd(at);
    const fits =
      means(mark, 'turnout', 'voted', 'neutral', 'national', 'regionNouns', 'locative', 'preliminary') ||
      ofData.test(token?.key ?? '') ||
      country > 0;
    if (!fits) return false;
    known = true;
    ofFigures ||= means(mark, 'turnout', 'voted') || source.test(token?.key ?? '');
    at = Math.max(country, mark?.to ?? at + 1) - 1;
  }
  // "CITY, Nov 20, 18:05" is when it was written.
  return known && (!dated || ofFigures);
}

/**
 * The times of a text with the only hour it names, when that is a cutoff's and stands in brackets of its own or ends a
 * title, as the hour its figures are said of. A text that names any other hour, or says of one what holds at it, keeps
 * its times as they are.
 */
export function withLoneHour(
  tokens: Tokens,
  marks: Marks,
  numbers: readonly NumberRead[],
  times: readonly TimeRead[],
  isCutoff: (time: string) => boolean,
  isName: (at: number) => boolean,
  countryEnd: (at: number) => number,
): readonly TimeRead[] {
  const [only] = times;
  if (times.some(({ ofEvent }) => ofEvent === true)) return times;
  if (only === undefined || times.some(({ role, time }) => role !== 'plain' || time !== only.time)) return times;
  if (!isCutoff(only.time)) return times;
  const leads = (time: TimeRead): boolean => {
    const titled = endsTitle(tokens, marks, time, countryEnd);
    const stands =
      titled ||
      inBrackets(tokens, marks, numbers, time, isName) ||
      isSourceInBrackets(tokens, time) ||
      isHourTold(tokens, time) ||
      opensFigures(tokens, numbers, time);
    if (!stands) return false;
    const { from, to } = sentenceAround(tokens, time);
    for (let at = from; at < to; at += 1) {
      const dated = means(marks[at], 'month', 'year') && !titled;
      if (dated || means(marks[at], 'stations', 'toCome', 'estimate') || event.test(tokens[at]?.key ?? ''))
        return false;
    }
    return true;
  };
  return times.length > 4 || !times.some(leads)
    ? times
    : times.map((time) => (leads(time) ? { ...time, role: 'led' } : time));
}

import { dataNoun } from './hour-by-words.ts';
import { isSign } from './is-sign.ts';
import type { NumberRead } from './read-numbers.ts';
import type { Mark } from './phrasebook.ts';
import { means } from './phrasebook.ts';
import type { TimeRead } from './time-read.ts';
import type { Token } from './scan.ts';

type Tokens = readonly Token[];
type Marks = readonly (Mark | undefined)[];

/** Words of opening, closing, meeting, speaking and printing: the hour beside them is that of the event, not of a figure. */
const event =
  /^(закр|откр|брифинг|пресс$|заверш|заканч|законч|окончан|начал|начн|начин|старт|продл|продолж|работа[юе]т$|заседани|выступ|опублик|обновл|размещ|прибыл|пришел|пришла|собер|clos|open|brief|conference|start|begin|began|ends?$|ended|ending|finish|held$|meet|speak|publish|posted$|updated$|жаб|аш[ыт]|баста|аякта|отеди|отти|жариялан|жалгас|отырыс)/u;

/** What is still to be told at an hour: the turnout itself may be named beside it. */
const announcing = /^(озвуч(ат|ит|ива)|объяв(ят$|ит$)|сообщ(ат|ит)$|представ(ят|ит)$|обнароду)/u;

/** «К моменту закрытия», "when polls closed": the figure is said of the event's own hour. */
const moment = /^(момент|when$|as$|кезде|кезинде|сатте|сатинде)/u;

/** «Назначен на 18:05»: with these «на» tells of an event too. */
const appointed = /^(назнач|намеч|заплан|перен)/u;

/** How far from the hour its clause is looked over. */
const reach = 30;

function endsSentence(tokens: Tokens, at: number): boolean {
  const [sign, next] = [tokens[at], tokens[at + 1]];
  if (sign === undefined || sign.kind === 'lineBreak') return true;
  return isSign(sign, '.', '!', '?') && (next === undefined || next.kind === 'lineBreak' || next.gap !== 'none');
}

const endsClause = (tokens: Tokens, at: number): boolean =>
  endsSentence(tokens, at) ||
  isSign(tokens[at], ',', ';', '(', ')', ':') ||
  (isSign(tokens[at], '–') && tokens[at]?.gap !== 'none');

const opensCell = (tokens: Tokens, at: number): boolean => (tokens[at]?.cells ?? 0) > 0 || isSign(tokens[at], '|');

/** «В 20:00 … закрылись участки, явка к этому часу …»: the event's hour is the figure's too. */
function isReferredTo(tokens: Tokens, to: number): boolean {
  for (let at = to; at < to + reach && !endsSentence(tokens, at); at += 1)
    if (tokens[at]?.key === 'этому' && /^(час|врем|момент)/u.test(tokens[at + 1]?.key ?? '')) return true;
  return false;
}

/** «К 18:00 разница выросла: 48,03 % в …»: the difference heads figures of the hour. */
function heads(tokens: Tokens, from: number): boolean {
  let at = from;
  while (at < from + 6 && !endsClause(tokens, at)) at += 1;
  const [colon, next] = [tokens[at], tokens[at + 1]];
  return isSign(colon, ':') && next?.kind === 'digits' && tokens[at + 2]?.kind !== 'word';
}

/** True when the clause of an hour, or the one that it stands apart from by a comma, tells of an event and of no figure. */
function isOfEvent(tokens: Tokens, marks: Marks, isFigure: (at: number) => boolean, { from, to }: TimeRead): boolean {
  let start = from;
  let end = to;
  while (!endsClause(tokens, end) && !opensCell(tokens, end) && end - to < reach) end += 1;
  if (isReferredTo(tokens, to) || dataNoun.test(tokens[to]?.key ?? '')) return false;
  const asOf = tokens[from - 1]?.key === 'на';
  let found = false;
  let ofTurnout = false;
  let bare = true;
  for (let clauses = 0; clauses < 8; clauses += 1) {
    while (start > 0 && from - start < reach && !endsClause(tokens, start - 1) && !opensCell(tokens, start)) start -= 1;
    for (let at = start; at < end; at += 1) {
      if (at >= from && at < to) continue;
      const token = tokens[at];
      if (isFigure(at)) return false;
      if (token?.kind !== 'word') continue;
      if (announcing.test(token.key)) return true;
      // «Изменение с 18:05» heads differences.
      found ||= means(marks[at], 'difference') && !heads(tokens, to);
      ofTurnout ||= means(marks[at], 'turnout');
      if (moment.test(token.key)) return false;
      if (asOf ? appointed.test(token.key) : event.test(token.key)) {
        // «к закрытию участков» is an hour of figures.
        const lead = tokens[at - 1]?.key === 'the' ? tokens[at - 2] : tokens[at - 1];
        if (['к', 'ко', 'при', 'at', 'by'].includes(lead?.key ?? '')) return false;
        found = true;
      }
      bare &&= marks[at] !== undefined || at >= from - 1;
    }
    // «завершится вечером, в 20:00»: the hour alone goes with what stands before its comma.
    if (found || ofTurnout || !bare || !isSign(tokens[start - 1], ',')) break;
    end = start - 1;
    start -= 1;
  }
  return found && !ofTurnout;
}

/** «Брифинг ЦИК, 16:05.»: a line or sentence of its own with the hour set apart at its end. */
function isBriefingTitle(tokens: Tokens, marks: Marks, { from, to }: TimeRead): boolean {
  if (!isSign(tokens[from - 1], ',', ':', '–', '|')) return false;
  const closes = isSign(tokens[to], '.', ':') ? to + 1 : to;
  if (tokens[closes] !== undefined && tokens[closes]?.kind !== 'lineBreak' && closes === to) return false;
  let named = false;
  for (let at = from - 2; at >= 0 && !endsSentence(tokens, at); at -= 1) {
    const key = tokens[at]?.key ?? '';
    const known = /^(брифинг|briefing)/u.test(key);
    named ||= known;
    if (from - at > reach || (!known && (tokens[at]?.kind !== 'word' || !means(marks[at], 'neutral')))) return false;
  }
  return named;
}

/**
 * The times of a text, with those that are only an event's: «участки закроются в 20:00», «брифинг ЦИК в 18:05». A time that
 * the text says its data hold at is never an event's, nor is a cutoff's that only a title of a briefing has.
 */
export function withEventHours(
  tokens: Tokens,
  marks: Marks,
  numbers: readonly NumberRead[],
  times: readonly TimeRead[],
  isCutoff: (time: string) => boolean,
): readonly TimeRead[] {
  const inTime = new Set(times.map(({ from }) => from));
  const figures = new Set(
    numbers
      .filter(({ from, percent, shape, points }) => !inTime.has(from) && !points && (percent || shape === 'decimal'))
      .map(({ from }) => from),
  );
  return times.map((time) =>
    time.role === 'plain' && isCutoff(time.time) && isBriefingTitle(tokens, marks, time)
      ? { ...time, role: 'head' }
      : time.role !== 'stated' && isOfEvent(tokens, marks, (at) => figures.has(at), time)
        ? { ...time, role: 'plain', ofEvent: true }
        : time,
  );
}

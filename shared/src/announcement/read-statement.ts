import type { AreaMention } from './area-mention.ts';
import { isDateline, longestDateline } from './dateline.ts';
import { isHeadingHour } from './heading-hour.ts';
import { isSign } from './is-sign.ts';
import { numberWords } from './number-words.ts';
import { means } from './phrasebook.ts';
import { readNumber } from './read-number.ts';
import { readPhrase } from './read-phrase.ts';
import type { TimeRead } from './time-read.ts';
import { liesIn } from './no-number-of.ts';
import { remarkEnd, speakerEnd } from './remark-end.ts';
import type { Reading } from './reading.ts';
import { isClockOf } from './capital-clock.ts';
import { countsPlaces } from './counts-places.ts';
import { cellsBefore } from './table-columns.ts';
import { SentenceWalk } from './sentence-walk.ts';
import type { Token } from './scan.ts';
import { isWhole, isWithin } from './within-place.ts';
import type { Sentence } from './split-sentences.ts';
import { vagueNumber } from './vague-number.ts';
import type { Statement } from './statement.ts';

/** Words that begin a clause about the place just named. */
const relative = /^(где$|котор|where$|which$|who$|whose$)/u;

/** Verbs of motion: «выросла до 45 %» is 45. */
const moving = /^(вырос|вырас|возрос|увелич|подня|подрос|сниз|упал|опуст|прибав|дорос|скакн|рост$|уменьш)/u;

/** The share itself, as a noun: "the figure", «показатель». */
const figure = /^(показател(ь|я|ю)$|цифра$|корсеткиш$|корсеткиши$|figure$|rate$|share$|number$)/u;

/** "The highest", «наименьший»: whose the figure is, has yet to be said. */
const extreme =
  /^(сам(ый|ого|ому|ая|ой)$|наиб|наим|высок|высш|низк|низш|лучш|худш|минимал|максимал|рекорд|highest|lowest|best|worst|top|record|minimum|maximum|ен$|жогары$|томенги$|жогаргы$|рекорд)/u;

/** A capitalised word that no phrase knows, in the locative of Kazakh: a place that is no area. */
const capitalPlace = /(да|де|та|те)$/u;

/** Where an unknown name ends that stands before a dash or colon and a number, or 0: «Name (town) – 61 %». */
function labelEnd({ tokens, numbers, mentions }: Reading, at: number): number {
  let end = at + 1;
  while (end < at + 6 && !mentions.has(end) && !numbers.has(end) && inLabel(tokens[end])) end += 1;
  const around = isSign(tokens[end - 1], '(') ? mentions.get(end) : undefined;
  if (around !== undefined && isSign(tokens[around.to], ')')) end = around.to + 1;
  const sign = tokens[end];
  const leads = isSign(sign, '–', ':') || (isSign(sign, '-') && sign?.gap !== 'none');
  return leads && numbers.has(end + 1) ? end : 0;
}

/** «РК 67.85 …», «РК=67,85»: the country's name right before a share, as those who are short of words write. */
function labelsNumber({ items, reading: { tokens, numbers } }: SentenceWalk, { from, to }: AreaMention): boolean {
  const number = numbers.get(isSign(tokens[to], '–', '-', ':', '=') ? to + 1 : to);
  // «Town, Country – 48 %»: where the town lies.
  const around = isSign(tokens[from - 1], ',') && items.at(-1)?.type === 'area' && items.at(-1)?.to === from - 1;
  return number !== undefined && !around && number.whole <= 100 && (number.percent || number.shape === 'decimal');
}

/** The "s" of "the country's". */
function isPossessive({ tokens }: Reading, at: number): boolean {
  return tokens[at]?.key === 's' && isSign(tokens[at - 1], "'") && tokens[at]?.gap === 'none';
}

function inLabel(token: Token | undefined): boolean {
  return token?.kind === 'word' || isSign(token, '(', ')') || (isSign(token, '-') && token?.gap === 'none');
}

/** Nothing but signs stands before a name in its sentence. */
function opensRow({ tokens }: Reading, { from }: Sentence, at: number): boolean {
  return at - from <= longestDateline && tokens.slice(from, at).every(({ kind }) => kind === 'punctuation');
}

/** «region,78.88,18:05»: an hour alone in its cell. */
function isOwnCell(reading: Reading, { from, to }: Sentence, time: TimeRead): boolean {
  const opens =
    time.from > from && (cellsBefore(reading, time.from - 1, false) > 0 || cellsBefore(reading, time.from, false) > 0);
  return opens && (time.to >= to || cellsBefore(reading, time.to, false) > 0);
}

/** Reads one sentence into its items: places, shares, counts; numbers of other kinds go to `leftAlone` at once. */
export function readStatement(reading: Reading, sentence: Sentence): Statement {
  const { tokens, marks, numbers, mentions, times } = reading;
  const walk = new SentenceWalk(reading, sentence);
  // In a line of capitals a capital says nothing.
  const words = tokens.slice(sentence.from, sentence.to).filter(({ kind }) => kind === 'word');
  const loud = words.filter(({ shouted }) => shouted).length * 2 > words.length;
  walk.at = speakerEnd(reading, sentence) ?? walk.at;
  while (walk.at < sentence.to) {
    reading.meter.steps += 1;
    const [token, time, named, number, mark] = [
      tokens[walk.at],
      times.get(walk.at),
      mentions.get(walk.at),
      numbers.get(walk.at),
      marks[walk.at],
    ];
    // «Республика бойынша»: the phrase says more than the country's name that it begins with.
    const inPhrase = named?.kind === 'country' && means(mark, 'national') && (mark?.to ?? 0) > named.to;
    const mention = inPhrase ? undefined : named;
    if (token === undefined) break;
    walk.flags.moved ||= token.kind === 'word' && moving.test(token.key);
    walk.flags.refers ||= token.kind === 'word' && figure.test(token.key);
    if (token.kind === 'word' && extreme.test(token.key)) walk.extremes.push(walk.at);
    const remark = isSign(token, '(') ? remarkEnd(reading, walk.at) : null;
    if (remark !== null) {
      walk.gap.list = false;
      walk.at = remark;
      continue;
    }
    const edges = cellsBefore(reading, walk.at, walk.at === sentence.from);
    if (edges > 0 && token.kind !== 'word' && token.kind !== 'digits') {
      // The edge of a cell ties a name to its number and parts nothing.
      walk.gap.tie = true;
      walk.clause += 1;
      walk.at += 1;
      continue;
    }
    if (time !== undefined) {
      const heads = isHeadingHour(reading, sentence, time, walk.items.length === 0);
      if (isOwnCell(reading, sentence, time)) walk.hourCells.add(time);
      walk.found.push({ time: heads ? { ...time, role: 'head' } : time, clause: walk.clause, bracket: walk.bracket });
      reading.leftAlone.push({ kind: 'time', snippet: { start: time.start, end: time.end } });
      // "Two hours earlier"
      walk.flags.earlier ||= means(marks[time.to - 1], 'earlier');
      walk.at = time.to;
      walk.gap.list = false;
    } else if (mention !== undefined) {
      const ofClock = isClockOf(walk, mention);
      if ((mention.kind === 'region' || mention.kind === 'city') && !ofClock)
        reading.namedSoFar[mention.kind].add(mention.area);
      reading.namedSoFar.others ||= mention.kind === 'abroad';
      // "In the … region".
      const lead = tokens[mention.from - 1]?.key === 'the' ? mention.from - 1 : mention.from;
      const before = walk.markEndingAt(lead);
      const locative =
        means(before, 'locative', 'voters') ||
        opensRow(reading, sentence, walk.at) ||
        isSign(tokens[walk.at - 1], '•', '-', '–', '.', ')', '|', ',', '"', '/') ||
        means(marks[mention.to], 'locative') ||
        /(да|де|та|те|da|de|ta|te)$/u.test(tokens[mention.to - 1]?.key ?? '');
      if (isDateline(reading, sentence, mention) || liesIn(walk, mention) || ofClock) walk.gap.list = false;
      else if (mention.kind === 'other' || isWithin(walk, mention)) {
        walk.addArea(mention.from, mention.to, null, 'other', locative);
        // The area that a district lies in is not what the number is said of.
        const around = mentions.get(means(marks[mention.to], 'outOf') ? mention.to + 1 : mention.to);
        if (around !== undefined && (around.kind === 'region' || around.kind === 'city')) {
          reading.namedSoFar[around.kind].add(around.area);
          walk.at = around.to;
          continue;
        }
      } else if (mention.kind === 'abroad') walk.addArea(mention.from, mention.to, null, 'abroad', locative);
      else if (mention.kind !== 'country') walk.addArea(mention.from, mention.to, mention.area, 'area', locative);
      else if ((locative && !isSign(tokens[walk.at - 1], ',')) || labelsNumber(walk, mention) || isWhole(walk, mention))
        walk.addArea(mention.from, mention.to, mention.area, 'area', true);
      else walk.gap.list = false;
      walk.at = mention.to;
    } else if (number !== undefined) readNumber(walk, number);
    else if (
      mark !== undefined &&
      !(means(mark, 'compared') && token.capital && !(loud && token.shouted) && walk.at > sentence.from)
    ) {
      const name = tokens[mark.to];
      const unknownName =
        means(mark, 'locative') &&
        reading.language !== 'kk' &&
        name?.kind === 'word' &&
        (name.capital || !reading.capitals) &&
        !numberWords.has(name.key) &&
        !vagueNumber.test(name.key) &&
        marks[mark.to] === undefined &&
        !mentions.has(mark.to) &&
        !numbers.has(mark.to) &&
        mark.to < sentence.to;
      readPhrase(walk, mark);
      if (unknownName && !means(marks[walk.at + 1], 'percent')) {
        reading.namedSoFar.others = true;
        walk.addArea(walk.at, walk.at + 1, null, 'other', true);
        walk.at += 1;
      }
    } else {
      if (token.kind === 'word') {
        if (token.key === 'не' || token.key === 'not') walk.negated = { at: walk.at, clause: walk.clause };
        if (
          reading.language === 'kk' &&
          token.capital &&
          !(loud && token.shouted) &&
          capitalPlace.test(token.key) &&
          walk.at > sentence.from
        )
          walk.addArea(walk.at, walk.at + 1, null, 'other', true);
        else if (
          token.capital &&
          !(loud && token.shouted && isSign(tokens[labelEnd(reading, walk.at)], ':')) &&
          walk.at > sentence.from &&
          labelEnd(reading, walk.at) > 0
        ) {
          const end = labelEnd(reading, walk.at);
          walk.addArea(walk.at, end, null, 'other', true);
          walk.at = end - 1;
        } else if (countsPlaces(reading, walk.at)) walk.addArea(walk.at, walk.at + 1, null, 'other', true);
        else if (numberWords.has(token.key) || isPossessive(reading, walk.at)) walk.gap.list = false;
        else {
          walk.gap.unknown += 1;
          walk.unknownInAll += 1;
          walk.gap.list = false;
          if (walk.pending !== null)
            walk.pending = walk.pending.unknown >= 1 ? null : { ...walk.pending, unknown: walk.pending.unknown + 1 };
        }
      } else if (isSign(token, ',', '(', ')', ':')) {
        walk.clause += 1;
        if (token.key === ',') {
          walk.closeAside();
          if (relative.test(tokens[walk.at + 1]?.key ?? '')) walk.openAside();
          walk.gap.comma = true;
          // A bound that was said of the number before it is not said of the next one.
          if (walk.back !== null && walk.back.boundAt === walk.pending?.at) walk.pending = null;
        } else {
          if (token.key !== ')') walk.gap.tie = true;
          if (token.key === '(') {
            walk.gap.bracket = true;
            walk.brackets += 1;
            walk.bracket = walk.brackets;
          } else if (token.key === ')') walk.bracket = 0;
          walk.gap.list = false;
        }
        if (token.key === '(' || token.key === ':') walk.pending = null;
      } else if (token.kind === 'percent') {
        walk.flags.unitSaid = true;
        walk.gap.tie = true;
        walk.gap.list = false;
        walk.pending = null;
      } else if (isSign(token, '–', '-', '=', '…', '/')) {
        walk.gap.tie = true;
        walk.gap.list = false;
        walk.pending = null;
      } else if (isSign(token, '~', '≈')) walk.pending = { bound: 'about', at: walk.at, unknown: 0 };
      else if (isSign(token, '>', '<', '≥', '≤'))
        walk.pending = {
          bound: token.key === '>' ? 'above' : token.key === '<' ? 'below' : token.key === '≥' ? 'atLeast' : 'atMost',
          at: walk.at,
          unknown: 0,
        };
      walk.at += 1;
    }
  }
  // A reference without "exceeded" or "approaching" says nothing new.
  const kept = walk.items.filter(
    (item, index) =>
      !(
        walk.back !== null &&
        walk.back.own === null &&
        index === walk.back.index &&
        item.type === 'quantity' &&
        item.bound === 'exact'
      ),
  );
  const isTitle = kept.every(({ type }) => type === 'area') && tokens[sentence.to - 1]?.key !== '.';
  const hasShare = kept.some(({ type }) => type === 'quantity');
  const told = walk.found.map(({ time, clause, bracket }) => {
    const ofRow = hasShare && walk.hourCells.size === 1 && walk.hourCells.has(time);
    const heads =
      ((isTitle && walk.flags.ofTurnout) || ofRow) &&
      time.role === 'plain' &&
      time.ofEvent !== true &&
      reading.isCutoff(time.time);
    return { time: heads ? { ...time, role: 'head' as const } : time, clause, bracket };
  });
  return {
    sentence,
    items: kept,
    times: told,
    spoilers: walk.spoilers,
    compared: walk.compared,
    ownTimes: walk.ownTimes,
    asides: walk.asides,
    turns: walk.turns,
    including: walk.including,
    turnoutClauses: walk.turnoutClauses,
    ...walk.flags,
    refers: walk.flags.refers && walk.extremes.length === 0,
    extremes: walk.extremes,
    unknown: walk.unknownInAll,
  };
}

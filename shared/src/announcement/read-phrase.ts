import { boundAfter, boundOf, fractions, pick } from './bound-phrases.ts';
import { isSign } from './is-sign.ts';
import { numberWords } from './number-words.ts';
import type { Mark } from './phrasebook.ts';
import { means } from './phrasebook.ts';
import type { Token } from './scan.ts';
import type { SentenceWalk } from './sentence-walk.ts';

const spoiling = ['candidate', 'threshold', 'estimate', 'protocols', 'otherElection'] as const;
/** Only at the head of a line do these stand for the whole country. */
const totals = /^(total|overall|жалпы|жиыны|барлыгы|всего)/u;
const locativeEnding = /(да|де|та|те)$/u;

/** Verbs of motion: "climbed up to 67.85%" tells where the share has come to, and bounds nothing. */
const moved =
  /^(ris(en|es|ing)|rose|climb|inch|went|gone|go(es|ing)$|jump|edg(ed|es|ing)|crept|creep|crawl|tick|shot|surg|gr[eo]w|mov(ed|es|ing)|nudg|push|c[ao]m(e|es|ing)$|leap|soar|increas|advanc)/u;

/** "Up to" after a verb of motion, or after the adverb beside one. */
function isReached(tokens: readonly Token[], at: number): boolean {
  const [up, to] = [tokens[at], tokens[at + 1]];
  if (up?.key !== 'up' || to?.key !== 'to') return false;
  const before = tokens[at - 1]?.key ?? '';
  return moved.test(before.endsWith('ly') ? (tokens[at - 2]?.key ?? '') : before);
}

/** What one phrase does: a topic, a bound, a reference back, a fraction, a place without a name. */
export function readPhrase(walk: SentenceWalk, mark: Mark): void {
  const { reading, sentence } = walk;
  const { tokens, marks, numbers, mentions } = reading;
  const key = tokens[walk.at]?.key ?? '';
  const bound = isReached(tokens, walk.at) ? null : pick(mark, boundOf);
  const after = pick(mark, boundAfter);
  const fraction = pick(mark, fractions);
  const to = mark.to;
  // "the country's largest city" is not the country.
  const part = means(walk.markEndingAt(walk.at), 'outOf') && key === 'the';
  const owned = part || (isSign(tokens[to], "'") && tokens[to + 1]?.key === 's');
  const opensRow = tokens.slice(sentence.from, walk.at).every(({ kind }) => kind === 'punctuation');
  // «в целом по … области» is not the country.
  const named = mentions.get(means(marks[to], 'locative') ? (marks[to]?.to ?? to) : to);
  const ofArea = named !== undefined && named.kind !== 'country';
  if (means(mark, 'turnout')) {
    walk.turnoutClauses.add(walk.clause);
    walk.flags.ofTurnout = true;
  }
  if (means(mark, 'voted')) walk.flags.ofTurnout = true;
  walk.flags.respectively ||= means(mark, 'respectively');
  walk.flags.corrects ||= means(mark, 'corrects');
  walk.flags.final ||= means(mark, 'final');
  walk.flags.preliminary ||= means(mark, 'preliminary');
  walk.flags.unitSaid ||= means(mark, 'percent');
  walk.flags.there ||= means(mark, 'there');
  if (means(mark, 'now')) walk.ownTimes.push(walk.at);
  walk.flags.toCome ||= means(mark, 'toCome');
  walk.flags.earlier ||= means(mark, 'earlier');
  walk.flags.onLists ||= means(mark, 'onLists');
  if (means(mark, 'printed')) walk.printed = walk.clause;
  if (means(mark, 'compared')) {
    walk.compared.push(walk.at);
    walk.pending = null;
  }
  if (means(mark, 'contrast')) {
    walk.clause += 1;
    walk.pending = null;
  }
  for (const kind of spoiling)
    if (means(mark, kind) && !(kind === 'threshold' && walk.pending !== null))
      walk.spoilers.push({ kind, at: walk.at, clause: walk.clause });
  // What is said of one polling station is not said of the place it stands in.
  if (means(mark, 'oneStation')) walk.spoilers.push({ kind: 'otherPlace', at: walk.at, clause: walk.clause });
  if (means(mark, 'part') && !means(marks[to], 'regionNouns', 'cityNouns'))
    walk.spoilers.push({ kind: 'group', at: walk.at, clause: walk.clause });
  if (!means(mark, 'and', 'locative')) walk.gap.list = false;
  if (means(mark, 'and')) walk.gap.comma = true;
  if (means(mark, 'backReference') && reading.lastValue !== null) {
    walk.back = { index: walk.items.length, boundAt: walk.pending?.at ?? null, own: null };
    walk.items.push({
      type: 'quantity',
      bound: walk.pending?.bound ?? 'exact',
      value: reading.lastValue,
      upper: null,
      decimals: 0,
      percent: true,
      leftAlone: null,
      movedFrom: null,
      ofOthers: false,
      ...walk.place(walk.pending?.at ?? walk.at, to),
    });
    walk.pending = null;
  } else if (bound !== null || (after !== null && walk.back !== null && walk.back.boundAt === null)) {
    const stated = bound ?? after ?? 'exact';
    const waiting = walk.back === null ? undefined : walk.items[walk.back.index];
    const reaches = walk.back?.own === null || waiting?.clause === walk.clause;
    if (walk.back !== null && walk.back.boundAt === null && waiting?.type === 'quantity' && reaches) {
      const adjacent = walk.items.length === walk.back.index + 1;
      walk.items[walk.back.index] = { ...waiting, bound: stated, ...(adjacent ? { to, end: walk.endOf(to) } : {}) };
      walk.back = { ...walk.back, boundAt: walk.at };
    }
    // "Two points below the national …" compares.
    const compares = means(walk.markEndingAt(walk.at), 'points') || isSign(tokens[walk.at - 1], ')');
    const difference = walk.items.at(-1);
    const afterDifference = difference?.type === 'quantity' && difference.leftAlone === 'difference' && compares;
    if (bound !== null && !afterDifference) walk.pending = { bound, at: walk.at, unknown: 0 };
  } else if (fraction !== null && !numbers.has(to)) {
    walk.items.push({
      type: 'quantity',
      bound: walk.pending?.bound ?? 'about',
      value: fraction,
      upper: null,
      decimals: 0,
      percent: true,
      leftAlone: null,
      movedFrom: null,
      ofOthers: false,
      ...walk.place(walk.pending?.at ?? walk.at, to),
    });
    walk.pending = null;
  } else if (means(mark, 'abroad')) walk.addArea(walk.at, to, null, 'abroad', true);
  else if (means(mark, 'everyRegion')) walk.addArea(walk.at, to, null, 'every', true);
  else if (means(mark, 'everyOblast')) walk.addArea(walk.at, to, null, 'everyOblast', true);
  else if (means(mark, 'except')) walk.addArea(walk.at, to, null, 'except', true);
  else if (means(mark, 'exceptAfter')) walk.addArea(walk.at, to, null, 'exceptBefore', true);
  else if (means(mark, 'national') && !ofArea && !owned && (!totals.test(key) || opensRow))
    walk.addArea(walk.at, to, reading.root, 'area', true);
  else if (means(mark, 'regionNoun', 'regionNouns', 'cityNoun', 'cityNouns', 'otherPlaceNoun')) {
    const preceded =
      means(walk.markEndingAt(walk.at), 'locative') ||
      numberWords.has(tokens[walk.at - 1]?.key ?? '') ||
      means(mark, 'otherPlaceNoun') ||
      locativeEnding.test(tokens[to - 1]?.key ?? '');
    const opens =
      isSign(tokens[to], ':', '–', '-', '(', ',') && (mentions.has(to + 1) || means(marks[to + 1], 'locative'));
    if (preceded && !opens && !means(mark, 'about')) walk.addArea(walk.at, to, null, 'other', true);
    // The area that a district lies in is not what the number is said of.
    const around = mentions.get(to);
    if (means(mark, 'otherPlaceNoun') && preceded && around !== undefined && around.kind !== 'country') {
      walk.at = around.to;
      return;
    }
  }
  walk.at = to;
}

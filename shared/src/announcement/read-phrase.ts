import { boundAfter, boundOf, fractions, pick } from './bound-phrases.ts';
import { cameAbout, expectation } from './expectation.ts';
import { isSender } from './is-sender.ts';
import { isSign } from './is-sign.ts';
import { isOtherMonth } from './is-other-month.ts';
import { numberWords } from './number-words.ts';
import type { Mark } from './phrasebook.ts';
import { means } from './phrasebook.ts';
import type { Token } from './scan.ts';
import type { SentenceWalk } from './sentence-walk.ts';
import { addUnnamed, isOfItsVoters } from './unnamed-place.ts';
import { vagueNumber } from './vague-number.ts';

const spoiling = ['candidate', 'threshold', 'estimate', 'protocols', 'otherElection'] as const;
/** Only at the head of a line do these stand for the whole country. */
const totals = /^(total|overall|жалпы|жиыны|барлыгы|всего|общая|общий|итог)/u;
const locativeEnding = /(да|де|та|те)$/u;

/** Verbs of motion: "climbed up to 67.85%" tells where the share has come to, and bounds nothing. */
const moved =
  /^(ris(en|es|ing)|rose|climb|inch|went|gone|go(es|ing)$|jump|edg(ed|es|ing)|crept|creep|crawl|tick|shot|surg|gr[eo]w|mov(ed|es|ing)|nudg|push|c[ao]m(e|es|ing)$|leap|soar|increas|advanc)/u;

/** "Residents", "population". */
const people = /^(тургын|халк|халы|turgyn|turǵyn|halk|halyq|population|населени)/u;
const turn = /^(но|однако|but|however|бирак|алайда)$/u;

/** "Up to" after a verb of motion, or after the adverb beside one. */
function isReached(tokens: readonly Token[], at: number): boolean {
  const [up, to] = [tokens[at], tokens[at + 1]];
  if (up?.key !== 'up' || to?.key !== 'to') return false;
  const before = tokens[at - 1]?.key ?? '';
  return moved.test(before.endsWith('ly') ? (tokens[at - 2]?.key ?? '') : before);
}

/** «Облыста», «өңірде»: Kazakh says "in the region" with an ending. */
const inRegion = /^(облыста|онирде|аймакта)$/u;
const inCity = /^(калада|шахарда)$/u;

/** «Облыста», «қалада», but not «үш облыста», «бірнеше қалада». */
function isHere(walk: SentenceWalk): boolean {
  const { tokens } = walk.reading;
  const key = tokens[walk.at]?.key ?? '';
  const before = tokens[walk.at - 1];
  const counted = before?.kind === 'digits' || numberWords.has(before?.key ?? '') || isSomeOf(walk);
  return (inRegion.test(key) || inCity.test(key)) && !counted;
}

/** How far from «взяли» the ballots that were taken may stand. */
const ballotsWithin = 10;

/** «Бюллетени взяли 38,55 % граждан»: ballots are taken as they are; only a mark is taken by being passed. */
function isTaken(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.key.startsWith('взял') !== true) return false;
  return tokens
    .slice(Math.max(0, at - ballotsWithin), at + ballotsWithin)
    .some(({ key }) => key.startsWith('бюллетен'));
}

/** Adjectives of the whole country's share. */
const comparable = /^(средне|обще|национальн|national$|average$)/u;

/** No name follows a noun of a place: «в области», not «в области …». */
function standsAlone({ reading: { tokens, marks, mentions } }: SentenceWalk, to: number): boolean {
  const next = tokens[to];
  return !mentions.has(to) && !(next?.kind === 'word' && next.capital && marks[to] === undefined);
}

/** «83 % голосов при явке 81 %»: what stands before "at a turnout of" is a result. */
function isAtTurnout(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at - 1]?.key;
  return word === 'при' || (word === 'a' && tokens[at - 2]?.key === 'on');
}

function leaveResult(walk: SentenceWalk): void {
  const last = walk.items.at(-1);
  if (last?.type === 'quantity' && last.leftAlone === null && last.clause === walk.clause)
    walk.items[walk.items.length - 1] = { ...last, leftAlone: 'candidate' };
  walk.clause += 1;
}

/** Negated in its own ending: «дауыс бермеген». */
const negatedVerb = /^(берме|bermeg|bermed|qatyspa|катыспа)/u;

/** «37,66 % избирателей не проголосовали»: the share said before is that of those who stayed away. */
function leaveAbsent({ items, reading: { tokens, marks }, at, clause }: SentenceWalk): void {
  const end = marks[at]?.to ?? at + 1;
  const before = tokens[at - 1]?.key;
  const absent = before === 'не' || before === 'not' || tokens.slice(at, end).some(({ key }) => negatedVerb.test(key));
  const last = items.at(-1);
  if (absent && last?.type === 'quantity' && last.clause === clause && last.leftAlone === null)
    items[items.length - 1] = { ...last, leftAlone: 'unclaimed' };
}

/** «В нескольких областях», "most of the regions": a word of how many, with "of", "of the" at most between. */
function isSomeOf({ reading: { tokens }, at }: SentenceWalk): boolean {
  let before = at - 1;
  while (before > at - 4 && ['of', 'the', 'из'].includes(tokens[before]?.key ?? '')) before -= 1;
  const word = tokens[before];
  return word?.kind === 'word' && vagueNumber.test(word.key);
}

/** «В нашей области», "in our region": a place known to its speaker. */
const ofSpeaker = /^(наш(ей|ем|их)|эт(ой|ом|их)|данн(ой|ом|ых)|сво(ей|ем|их)|одно[йм]|this|our|one)$/u;

/** What one phrase does: a topic, a bound, a reference back, a fraction, a place without a name. */
export function readPhrase(walk: SentenceWalk, mark: Mark): void {
  const { reading, sentence } = walk;
  const { tokens, marks, numbers, mentions } = reading;
  const key = tokens[walk.at]?.key ?? '';
  // "In the region of" an area is no "about".
  const ofRegion = means(mark, 'about') && mentions.has(mark.to);
  const bound = ofRegion || isReached(tokens, walk.at) || isTaken(tokens, walk.at) ? null : pick(mark, boundOf);
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
  // «Где средняя явка …»
  const ofCountry = means(mark, 'national') && tokens.slice(walk.at, to).some((word) => word.key.startsWith('явк'));
  if (means(mark, 'turnout') || ofCountry) {
    if (isAtTurnout(tokens, walk.at)) leaveResult(walk);
    walk.turnoutClauses.add(walk.clause);
    walk.flags.ofTurnout = true;
  }
  if (means(mark, 'voted')) {
    walk.flags.ofTurnout = true;
    leaveAbsent(walk);
  }
  walk.flags.respectively ||= means(mark, 'respectively');
  walk.flags.corrects ||= means(mark, 'corrects');
  const unfinished = means(mark, 'final') && ['not', 'не', 'yet'].includes(tokens[walk.at - 1]?.key ?? '');
  walk.flags.final ||= means(mark, 'final') && !unfinished;
  walk.flags.preliminary ||= means(mark, 'preliminary') || unfinished;
  walk.flags.unitSaid ||= means(mark, 'percent');
  walk.flags.there ||= means(mark, 'there');
  // «На 16 участках …: там …»: said of those stations.
  // «Пришли на участки» is said of voters, «на участках» of stations.
  walk.flags.stations ||= means(mark, 'stations') && !(key === 'участки' && tokens[walk.at - 1]?.key === 'на');
  if (means(mark, 'there') && walk.flags.stations) walk.spoil('stations');
  if (means(mark, 'including')) walk.including.push(walk.at);
  reading.namedSoFar.others ||= means(mark, 'abroad');
  if (means(mark, 'now')) walk.ownTimes.push(walk.at);
  walk.flags.toCome ||= means(mark, 'toCome') && !walk.isRemark();
  walk.flags.earlier ||= means(mark, 'earlier');
  walk.flags.countrymen ||= means(mark, 'countrymen');
  walk.flags.onLists ||= means(mark, 'onLists');
  if (isOtherMonth(walk, mark)) walk.spoil('otherElection');
  if (means(mark, 'printed')) {
    walk.printed = walk.clause;
    walk.spoil('unclaimed');
  }
  if (means(mark, 'compared')) {
    walk.compared.push(walk.at);
    walk.pending = null;
  }
  // "All regions but …"
  const every = walk.items.at(-1);
  if (key === 'but' && every?.type === 'area' && every.place === 'every' && every.to === walk.at)
    walk.addArea(walk.at, to, null, 'except', true);
  else if (means(mark, 'contrast')) {
    if (turn.test(key)) walk.turns.push(walk.at);
    walk.clause += 1;
    walk.pending = null;
  }
  // "The country votes: …" is no sum of votes.
  const before = walk.items.at(-1);
  const ofVoting = key === 'votes' && before?.type === 'area' && before.to === walk.at;
  // «Это выше среднереспубликанских 67,85 %»: what is higher is another's share.
  if (means(mark, 'national') && comparable.test(key) && walk.pending !== null && walk.pending.unknown === 0)
    walk.pending = null;
  // «Тогда было 40 %, сейчас …»: at another hour or election than what the text is of.
  if (key === 'тогда' && tokens[to]?.key !== 'же' && !means(mark, 'contrast')) walk.spoil('otherElection');
  for (const kind of spoiling)
    if (
      means(mark, kind) &&
      !ofVoting &&
      !isSender(tokens, walk.at) &&
      !cameAbout.test(key) &&
      !(kind === 'threshold' && walk.pending !== null)
    )
      walk.spoil(kind, expectation.test(key));
  // What is said of one polling station is not said of the place it stands in.
  if (means(mark, 'oneStation')) walk.spoil('otherPlace');
  // «… қаласы тұрғындарының 28,72 пайызы»: the people of a place are its voters.
  const ofPlace = people.test(key) && walk.items.at(-1)?.type === 'area' && walk.items.at(-1)?.to === walk.at;
  if (means(mark, 'part') && !ofPlace && !means(marks[to], 'regionNouns', 'cityNouns', 'everyCity'))
    walk.spoil('group');
  // An article parts no names of a list: "the … region and the … region".
  if (!means(mark, 'and', 'locative') && key !== 'the') walk.gap.list = false;
  if (means(mark, 'and')) walk.gap.comma = true;
  walk.flags.refers ||= means(mark, 'backReference');
  if (addUnnamed(walk, mark)) return;
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
      movedBack: false,
      movesFrom: false,
      ofOthers: false,
      ofCountry: false,
      fraction: false,
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
    // «жартысына жуығы», «төрттен бірінен сәл көбі»: the bound comes after.
    const behind = walk.pending === null ? pick(marks[to], boundAfter) : null;
    const end = behind === null ? to : (marks[to]?.to ?? to);
    walk.items.push({
      type: 'quantity',
      bound: behind ?? walk.pending?.bound ?? 'about',
      value: fraction,
      upper: null,
      decimals: 0,
      percent: true,
      leftAlone: null,
      movedFrom: null,
      movedBack: false,
      movesFrom: false,
      ofOthers: false,
      ofCountry: false,
      fraction: true,
      ...walk.place(walk.pending?.at ?? walk.at, end),
    });
    walk.pending = null;
    walk.at = end;
    return;
  } else if (means(mark, 'abroad')) walk.addArea(walk.at, to, null, 'abroad', true);
  else if (means(mark, 'everyRegion')) walk.addArea(walk.at, to, null, 'every', true);
  else if (means(mark, 'everyOblast')) walk.addArea(walk.at, to, null, 'everyOblast', true);
  else if (means(mark, 'everyCity') && !means(walk.markEndingAt(walk.at), 'part'))
    walk.addArea(walk.at, to, null, 'everyCity', true);
  else if (means(mark, 'except')) walk.addArea(walk.at, to, null, 'except', true);
  else if (means(mark, 'exceptAfter')) walk.addArea(walk.at, to, null, 'exceptBefore', true);
  else if (means(mark, 'national') && !ofArea && !owned && (!totals.test(key) || opensRow)) {
    // «Выше среднереспубликанских 67,85 %»: compared with, not bounded by.
    if (key.startsWith('средне')) walk.pending = null;
    walk.addArea(walk.at, to, reading.root, 'area', true);
  } else if (means(mark, 'regionNoun', 'regionNouns', 'cityNoun', 'cityNouns', 'otherPlaceNoun')) {
    const preceded =
      means(walk.markEndingAt(tokens[walk.at - 1]?.key === 'the' ? walk.at - 1 : walk.at), 'locative') ||
      (ofSpeaker.test(tokens[walk.at - 1]?.key ?? '') && means(walk.markEndingAt(walk.at - 1), 'locative')) ||
      numberWords.has(tokens[walk.at - 1]?.key ?? '') ||
      (means(mark, 'regionNouns', 'cityNouns') && isSomeOf(walk)) ||
      means(mark, 'otherPlaceNoun') ||
      (key !== 'города' && locativeEnding.test(tokens[to - 1]?.key ?? ''));
    const opens =
      isSign(tokens[to], ':', '–', '-', '(', ',') && (mentions.has(to + 1) || means(marks[to + 1], 'locative'));
    // «В области», «по городу»: the only one that the text has named.
    const kind = means(mark, 'regionNoun') || inRegion.test(key) ? 'region' : means(mark, 'cityNoun') ? 'city' : null;
    const blocked = kind === null || (kind === 'city' && reading.namedSoFar.others);
    const [only] = blocked ? [] : reading.namedSoFar[kind];
    const article = tokens[walk.at - 1]?.key === 'the' ? walk.at - 1 : walk.at;
    const before = walk.markEndingAt(article);
    const here = means(before, 'locative') || isOfItsVoters(before, key) || isHere(walk);
    const definite = here && only !== undefined && kind !== null;
    if (definite && !opens && reading.namedSoFar[kind].size === 1 && standsAlone(walk, to)) {
      walk.addArea(walk.at, to, only, 'area', true);
      walk.at = to;
      return;
    }
    // «Most of the»: the words of how many part no share from their noun.
    if (isSomeOf(walk)) walk.gap.unknown = Math.max(0, walk.gap.unknown - 2);
    if (preceded && !opens && !means(mark, 'about')) walk.addArea(walk.at, to, null, 'other', true);
    // The area that a district lies in is not what the number is said of.
    const around = mentions.get(to);
    if (means(mark, 'otherPlaceNoun') && preceded && around !== undefined && around.kind !== 'country') {
      if (around.kind === 'region' || around.kind === 'city') reading.namedSoFar[around.kind].add(around.area);
      walk.at = around.to;
      return;
    }
  }
  walk.at = to;
}

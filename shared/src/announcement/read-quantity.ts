import { boundAfter, pick } from './bound-phrases.ts';
import type { Bound } from './interval-of.ts';
import { hundredthsOf } from './interval-of.ts';
import { invertedBound } from './inverted-bound.ts';
import { isSign } from './is-sign.ts';
import { ablative, isOfStations, kazakhMotion, saysNotReached } from './kazakh-share.ts';
import { means } from './phrasebook.ts';
import type { Mark } from './phrasebook.ts';
import type { NumberRead } from './read-numbers.ts';
import type { Token } from './scan.ts';
import type { SentenceWalk } from './sentence-walk.ts';
import { joinGaps } from './statement-items.ts';
import type { QuantityItem } from './statement-items.ts';

/** "Mark", "level": nouns that a number may stand by before it is said to be passed. */
const markNoun = /^(отметк|рубеж|планк|уровн|уровен|барьер|mark$|level$|barrier$|milestone$|меже|денгей)/u;

/** English says a change and a range with the same prepositions; the verb tells. */
const risesFrom = /^(rose|ris|climb|grew|grow|increas|jump|surg|up$|edg|crept|advanc|fell|drop)/u;

/** Participles of what voters do. */
const takers = /^(received|cast|taken|collected|obtained|used)$/u;

/** "More exactly": the share again, to the hundredth. */
const preciser = /^(точнее|вернее|precisely|exactly|накты|дали)$/u;

/** Nouns of a change: "the change was smaller: from 41.06% to 46.5%" goes from one hour to another. */
const changeNoun = /^(change|rise|increase|growth|gain|jump|прирост|рост|динамик|изменени|осим|озгерис)/u;

/** How far before "from … to …" the noun of a change may stand. */
const changeWithin = 10;

/** Endings of Russian names of townspeople in the genitive. */
const peoples = /(цев|чан|ян|ков|чей)$/u;

/** Endings of Russian names of people of any kind in the genitive. */
const others = /(ов|ев|ей|их|ых)$/u;

/** Endings of Kazakh names of people, before the number. */
const kazakhPeoples =
  /((лык|лик|дык|дик|тык|тик)(тар|тер)(ын|ин)?|(лар|лер|дар|дер|тар|тер)(ын|ин)?(дын|дин|нын|нин))$/u;

/** «80 % …чан», «90 % рабочих», "90 % of nurses", «…лықтардың 80 %-ы»: a share of people that no phrase knows. */
function isOfOthers({ reading: { tokens, marks, endings } }: SentenceWalk, from: number, to: number): boolean {
  const [before, after, next] = [tokens[from - 1], tokens[to], tokens[to + 1]];
  const plain = marks[to] === undefined && after?.kind === 'word';
  if (plain && peoples.test(after.key)) return true;
  if (plain && others.test(after.key) && !means(marks[to + 1], 'voters', 'onLists')) return true;
  if (after?.key === 'of' && next?.kind === 'word' && !next.capital && marks[to + 1] === undefined)
    return next.key.endsWith('s') && !means(marks[to + 2], 'voters', 'onLists');
  return (endings[from] ?? -1) < 0 && before?.kind === 'word' && kazakhPeoples.test(before.key);
}

/** The bound of the whole number before, when only places and commas lie between. */
function carriedBound({ items, gap }: SentenceWalk, last: QuantityItem): Bound {
  const since = items.slice(items.indexOf(last) + 1);
  const bare = [gap, ...since.map((item) => item.gap)].every(({ unknown }) => unknown === 0);
  const carries = last.decimals === 0 && last.upper === null && last.leftAlone === null && bare;
  const places = since.length > 0 && since.every(({ type }) => type === 'area');
  return carries && places && ['above', 'atLeast', 'below', 'atMost'].includes(last.bound) ? last.bound : 'exact';
}

/** «Пока не проголосовало 30,69 %», «не взяла 50 %»: "not" before a number, with words only between. */
function isNegated({ negated, clause, reading: { tokens } }: SentenceWalk, number: NumberRead): boolean {
  if (negated === null || negated.clause !== clause || number.from - negated.at > 6) return false;
  return tokens.slice(negated.at, number.from).every(({ kind }) => kind === 'word');
}

/** "Not", "instead of" right before a number. */
function notThis(word: Token | undefined, before: Token | undefined): boolean {
  if (word?.kind !== 'word') return false;
  return ['не', 'вместо', 'not'].includes(word.key) || (word.key === 'of' && before?.key === 'instead');
}

/** The share that this one rose or fell from: «с X до Y», "from X to Y", with only the second one's preposition between. */
function movedFrom({ items, reading: { marks } }: SentenceWalk, from: number): QuantityItem | null {
  const last = items.at(-1);
  const moved = last?.type === 'quantity' && last.leftAlone === 'unclaimed' && means(marks[last.to], 'to');
  return moved && marks[last.to]?.to === from ? last : null;
}

/**
 * «Не дотягивают до 30 процентов …, до 20 – …» goes on with its bound; «в … – до 45 процентов» without a verb of motion
 * bounds from above.
 */
function upToBound(walk: SentenceWalk, from: number, last: QuantityItem | undefined): Bound | null {
  const { tokens } = walk.reading;
  if (tokens[from - 1]?.key !== 'до') return null;
  if (last?.bound === 'below' && last.decimals === 0 && tokens[last.to - 2]?.key !== 'до' && walk.gap.unknown === 0)
    return walk.flags.moved ? null : 'below';
  if (walk.flags.moved) return null;
  const stands = isSign(tokens[from - 2], '–', '-', ':') || walk.items.at(-1)?.to === from - 1;
  return stands || means(walk.markEndingAt(from - 1), 'voted', 'voters') ? 'atMost' : null;
}

/** The share that rose or fell from this one: «до Y с X», "to Y from X", with the second preposition and an hour at most between. */
function risenFrom({ items, reading, gap }: SentenceWalk, from: number): QuantityItem | null {
  const { tokens, marks, endings } = reading;
  const last = items.at(-1);
  if (last?.type !== 'quantity' || last.leftAlone !== null || last.bound !== 'exact' || last.upper !== null)
    return null;
  const reaches = means(marks[endings[last.from] ?? -1], 'to');
  const risen = ['с', 'со', 'from'].includes(tokens[from - 1]?.key ?? '') && !gap.comma && gap.unknown <= 1;
  return reaches && risen ? last : null;
}

/** The share that a Kazakh one in the dative has moved from: the one in the ablative before it. */
function leftBehind({ items, gap }: SentenceWalk): QuantityItem | null {
  const last = items.at(-1);
  const moves = last?.type === 'quantity' && last.ablative === true && last.bound === 'exact' && gap.unknown === 0;
  return moves && last.leftAlone === null ? last : null;
}

/** A number with a share's shape: its bound words before and after, a range's second end, and what else it may be. `value` in hundredths. */
export function readQuantity(walk: SentenceWalk, number: NumberRead, value: number): void {
  const { reading } = walk;
  const { tokens, marks, endings, numbers } = reading;
  let to = number.to;
  let bound: Bound = walk.pending?.bound ?? 'exact';
  let from = walk.pending?.at ?? number.from;
  let upper: number | null = null;
  let left: QuantityItem['leftAlone'] = null;
  const before = walk.markEndingAt(number.from);
  const usedBack = walk.back;

  const spansAfter = (mark: Mark | undefined): boolean =>
    mark !== undefined && means(marks[numbers.get(mark.to)?.to ?? -1], 'rangeAfter');
  // Two ends of a range: «от 70 до 80 процентов», "70–80 %", «70 пен 80 пайыз».
  const joint = marks[to];
  const dash = isSign(tokens[to], '-', '–')
    ? to + 1
    : means(joint, 'to', 'and') && (means(before, 'from', 'between') || means(joint, 'to') || spansAfter(joint))
      ? (joint?.to ?? to + 1)
      : null;
  // «65-тен 73 пайызға дейін»
  const until = numbers.get(to);
  const spans =
    number.suffix !== null &&
    /^(дан|ден|тан|тен|нан|нен)$/u.test(number.suffix) &&
    tokens[until?.to ?? -1]?.key.startsWith('дейин') === true;
  const second = spans ? until : dash === null ? undefined : numbers.get(dash);
  if (second?.percent === true && !second.points && (second.shape === 'integer' || second.shape === 'decimal')) {
    const end = hundredthsOf(second.whole, second.fraction);
    const spanned = spans || means(marks[second.to], 'rangeAfter');
    const told = tokens.slice(Math.max(walk.sentence.from, number.from - changeWithin), number.from);
    const rising =
      means(before, 'from') &&
      (risesFrom.test(tokens[(endings[number.from] ?? 0) - 1]?.key ?? '') ||
        told.some(({ key, kind }) => kind === 'word' && (changeNoun.test(key) || risesFrom.test(key))));
    // «19,33 % → 39,79 %»: two exact shares, each with its sign, are two values.
    const isPair = number.percent && number.fraction.length === 2 && second.fraction.length === 2;
    const isDash = isSign(tokens[to], '-', '–');
    const change = isDash
      ? isPair && !means(before, 'from', 'between')
      : !spans && (rising || !means(before, 'from', 'between')) && !spanned;
    if (end !== null && end > value && !change && bound === 'exact') {
      upper = end;
      to = spanned ? (marks[second.to]?.to ?? second.to) : second.to;
      if (means(before, 'from', 'between')) from = endings[number.from] ?? from;
      const word = tokens[from - 1];
      if (
        word?.kind === 'word' &&
        means(before, 'from') &&
        walk.markEndingAt(from) === undefined &&
        /^[a-z]/u.test(word.key)
      )
        left = 'unclaimed';
    } else if (change && means(joint, 'to')) left = 'unclaimed';
  }

  const following =
    marks[to]?.meanings.includes('neutral') === true && pick(marks[marks[to]?.to ?? to], boundAfter) !== null
      ? marks[marks[to]?.to ?? to]
      : marks[to];
  const after = pick(following, boundAfter);
  const lastWord = tokens[number.to - 1]?.key ?? '';
  const dative = /(га|ге|ga|ge|عا|گه)$/u.test(number.suffix ?? lastWord) && number.percent;
  if (after !== null && following !== undefined && upper === null) {
    const short = saysNotReached(tokens.slice(to, following.to));
    if (dative && !short && after !== 'approach' && after !== 'about') left = 'unclaimed';
    else bound = walk.pending?.bound === 'about' && after === 'approach' ? 'about' : after;
    to = following.to;
  }
  // A dative without its verb: «30 пайызға …».
  if (dative && after === null && marks[to] === undefined && tokens[to]?.kind === 'word') left = 'unclaimed';
  // "Some 67.85 percent", «едва дотянула до 28,72 %»: said to the hundredth, whatever the word.
  const hardly = ['some', 'едва', 'с'].includes(tokens[walk.pending?.at ?? -1]?.key ?? '');
  if (bound === 'about' && number.fraction.length === 2 && hardly) bound = 'exact';
  // «превысила 80 % в …, 75 % – в …»: the bound goes on over the list.
  const last = walk.items.findLast((item) => item.type === 'quantity');
  if (bound === 'exact' && upper === null) bound = invertedBound(walk, number, to) ?? bound;
  if (bound === 'exact' && upper === null && number.percent && number.fraction === '' && last !== undefined)
    bound = carriedBound(walk, last);
  const upTo =
    bound === 'exact' && upper === null && number.fraction === '' ? upToBound(walk, number.from, last) : null;
  bound = upTo ?? bound;
  // «на 2,5 % больше», "by 2.5 %": a difference.
  const step = tokens[number.from - 1];
  // «Ballots were received by 51,16 %»: by so many voters.
  const byVoters = step?.key === 'by' && takers.test(tokens[number.from - 2]?.key ?? '');
  if (number.percent && walk.pending === null && step?.kind === 'word' && ['на', 'by'].includes(step.key) && !byVoters)
    left = 'difference';
  if (number.points) left = 'difference';
  // «80,09 %, а не 8,09 %», "instead of 8.09%": what was said wrongly.
  const wrongly = notThis(tokens[number.from - 1], tokens[number.from - 2]) || tokens[to]?.key === 'емес';
  if ((number.percent || number.shape === 'decimal') && walk.pending === null && bound === 'exact' && wrongly) {
    left = 'conflict';
    walk.flags.denies = true;
  }
  if (
    number.percent &&
    after === null &&
    walk.pending === null &&
    means(marks[to], 'above', 'below') &&
    !numbers.has(marks[to]?.to ?? -1) &&
    means(marks[marks[to]?.to ?? to], 'compared')
  )
    left = 'difference';

  if (number.percent && (means(marks[to], 'stations') || isOfStations(step))) left = 'stations';
  if (number.percent && means(marks[to], 'protocols')) left = 'protocols';
  if (number.percent && means(marks[to], 'candidate')) left = 'candidate';
  if (number.percent && walk.markSoonAfter(to, 'stations') && !walk.markSoonAfter(to, 'voters', 'voted'))
    left = 'stations';

  // «этот показатель составил 28,72»: the number is said, nothing is referred to.
  if (usedBack !== null && (usedBack.boundAt === null || usedBack.boundAt === walk.pending?.at)) {
    if (usedBack.own === null) {
      const [reference] = walk.items.splice(usedBack.index, 1);
      if (reference !== undefined) walk.gap = { ...joinGaps(reference.gap, walk.gap) };
    } else walk.items[usedBack.index] = usedBack.own;
    walk.back = null;
  }
  if (bound === 'exact' && left === null && number.percent && isNegated(walk, number)) left = 'unclaimed';
  const behind = dative && after === null && number.percent ? leftBehind(walk) : null;
  if (behind !== null) {
    // Without a verb of motion they are the ends of a range, or of nothing known.
    left = tokens.slice(to, to + 3).some(({ key }) => kazakhMotion.test(key)) ? null : 'unclaimed';
    walk.items[walk.items.length - 1] = { ...behind, leftAlone: 'unclaimed' };
  }
  const reached = risenFrom(walk, number.from);
  if (reached !== null) left = 'unclaimed';
  // «лишь четверть горожан – 24 %»: the share says what the fraction means.
  const loose = walk.items.at(-1);
  // «Почти 68 процентов, точнее 67,85»
  const exactly = preciser.test(tokens[number.from - 1]?.key ?? '') && number.shape === 'decimal';
  if (exactly && loose?.type === 'quantity' && loose.bound !== 'exact' && loose.percent && loose.leftAlone === null)
    walk.items[walk.items.length - 1] = { ...loose, leftAlone: 'restated' };
  if (
    loose?.type === 'quantity' &&
    loose.fraction &&
    loose.leftAlone === null &&
    number.percent &&
    walk.gap.unknown <= 1
  )
    walk.items[walk.items.length - 1] = { ...loose, leftAlone: 'restated' };
  const item: QuantityItem = {
    type: 'quantity',
    bound,
    value,
    upper,
    decimals: number.fraction.length,
    leftAlone: left,
    movedFrom: behind ?? movedFrom(walk, number.from),
    ...(number.percent && after === null && ablative.test(number.suffix ?? lastWord) ? { ablative: true } : {}),
    movedBack: false,
    movesFrom: ['с', 'со', 'from'].includes(tokens[number.from - 1]?.key ?? ''),
    fraction: false,
    ofCountry: means(marks[to], 'countrymen'),
    ofOthers: isOfOthers(walk, number.from, to),
    percent:
      number.percent ||
      spans ||
      reading.lent.has(number.from) ||
      upTo === 'below' ||
      (exactly && loose?.type === 'quantity'),
    ...walk.place(from, to),
  };
  if (reached !== null) walk.items[walk.items.length - 1] = { ...reached, movedFrom: item, movedBack: true };
  walk.items.push(item);
  // «отметку в 80 процентов … превысила», "the 80 percent mark was exceeded": the bound comes later.
  const isMark = [from - 1, from - 2, to].some(
    (index) => tokens[index]?.kind === 'word' && markNoun.test(tokens[index].key),
  );
  if (isMark && bound === 'exact' && left === null)
    walk.back = { index: walk.items.length - 1, boundAt: null, own: item };
  if (left === null && (number.percent || number.shape === 'decimal')) reading.lastValue = value;
  walk.pending = null;
  walk.at = to;
}

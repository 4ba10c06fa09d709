import type { AreaId } from '../ids.ts';
import type { Heading } from './claim.ts';
import { isHourRow } from './hour-rows.ts';
import { goesOnOf } from './goes-on-of.ts';
import { isOfficial } from './title-aside.ts';
import type { Reading } from './reading.ts';
import type { Statement } from './statement.ts';

/** Whose a share is that its own sentence gives no place, by what stood before. */
export interface PlaceBefore {
  /** The place that holds for it, or null. */
  readonly placeBefore: AreaId | null;
  /** The area of a line of its own above, for a line that labels its number. */
  readonly ofBlock: AreaId | null;
  /** The area whose rows of hours these are. */
  readonly ofRows: AreaId | null;
  /** A row of hours of more places than one. */
  readonly isOfNobody: boolean;
  /** It may be of the place whose other election's share stood before, and is nobody's. */
  readonly isOfAside: boolean;
  /** «На 18:05 – 67,85 %»: the first share of a text that has named no place. */
  readonly opensText: boolean;
}

/** «Бюллетени получили: 345 678 человек», in tokens. */
const longestLabel = 12;

/** How much a share may fall between two announcements, as when lists of voters are mended, in hundredths. */
const corrected = 100;

/** «Это 51,16 %», «Бұл – 51,16 пайыз»: the share of the count told before. */
function equals({ tokens }: Reading, { sentence }: Statement): boolean {
  let at = sentence.from;
  while (tokens[at]?.kind === 'punctuation') at += 1;
  return at < sentence.to && ['это', 'бул', 'this', 'that', 'ягни'].includes(tokens[at]?.key ?? '');
}

/** «Почти четверть … . Если точнее – 24,17 %»: the same share, said to the hundredth. */
function isMorePrecise({ tokens, told }: Reading, { sentence, items, unknown }: Statement): boolean {
  const opening = tokens.slice(sentence.from, sentence.from + 4);
  if (unknown > 2 || !opening.some(({ key }) => /^(точнее|вернее|precis|exact|далирек)/u.test(key))) return false;
  return told.size > 0 && items.every((item) => item.type === 'quantity' && item.decimals === 2);
}

/** Looks for the place of a sentence's only share in the sentence before. */
export function placeBeforeOf(reading: Reading, statement: Statement, heading: Heading): PlaceBefore {
  const { sentence, items, times } = statement;
  const places = items.filter((item) => item.type === 'area');
  const shares = items.filter(({ type }) => type === 'quantity');
  const ownHour = times.some(({ time }) => time.role !== 'plain');
  const unplaced = places.every(({ place }) => place === 'everyCity') && shares.length === 1 && !statement.countrymen;
  const labelled =
    statement.unknown === 0 && sentence.lineStart && !ownHour && sentence.to - sentence.from <= longestLabel;
  const ofBlock = labelled ? heading.block : null;
  // «В … в 2019 году было 40 %. Сейчас – 27,33 %», «Ранее, на 20:05, было 48,67 %».
  const nowOf = statement.ownTimes.length > 0 ? heading.asideArea : null;
  const earlierOf = statement.earlier && ownHour ? earlierPlace(reading, statement, heading) : null;
  // «Наблюдатели говорят о 20 % в …. Официально – 27,93 %»: the commission's own share of the same place.
  const officialOf = places.length === 0 && isOfficial(reading, statement) ? heading.estimatedArea : null;
  // «Бұл көрсеткіш 12:00-де 38,55 пайызға жетті.»
  const referred = statement.refers && !statement.ofTurnout ? referredPlace(reading, statement, heading) : null;
  const laterOf = ownHour && places.length === 0 ? laterPlace(reading, statement, heading) : null;
  const equated = equals(reading, statement) ? heading.onlyCounted : null;
  const precise = isMorePrecise(reading, statement) ? heading.onlyArea : null;
  const row = isHourRow(statement);
  const ofRows = row && heading.rowsOf.known ? (heading.block ?? heading.rowsOf.area) : null;
  const ofRow = places.length === 0 ? ofRows : null;
  // «К полудню было 43,64 %, а в 10 утра – 27,33 %»: each with its own hour.
  const hours = times.filter(({ time }) => time.role !== 'plain').length;
  const eachEarlier = places.length === 0 && shares.length > 1 && hours === shares.length && !statement.ofTurnout;
  // «Явка по …: 10:00 — 20,86 %; 12:00 — 27,55 %»
  const listedOf =
    sentence.continues && ownHour && places.length === 0 && statement.unknown === 0 ? heading.onlyArea : null;
  const placeBefore = unplaced
    ? (heading.asked ??
      listedOf ??
      ofRow ??
      ofBlock ??
      nowOf ??
      officialOf ??
      earlierOf ??
      laterOf ??
      equated ??
      precise ??
      referred)
    : (ofRow ?? (eachEarlier ? earlierOf : null));
  return {
    placeBefore,
    ofBlock,
    ofRows,
    isOfNobody:
      (heading.unknownSender && placeBefore === null && places.length === 0) ||
      (row && !heading.rowsOf.known && heading.block === null),
    isOfAside: unplaced && heading.asideArea !== null && heading.asideArea !== reading.root && placeBefore === null,
    opensText:
      !heading.placeNamed &&
      !heading.sharesSeen &&
      statement.unknown === 0 &&
      shares.length === 1 &&
      times.some(({ time }) => time.role !== 'plain' && reading.isCutoff(time.time)),
  };
}

/**
 * «В … к полудню 19,33 %. К 20:00 этот показатель вырос до 48,67 %»: of the only area that the sentence before was of, by
 * a word that stands for its share, or where the text has told of no other area. A share does not grow less.
 */
function laterPlace(reading: Reading, statement: Statement, { onlyArea }: Heading): AreaId | null {
  const { sentence, items, earlier, ofTurnout, unknown } = statement;
  if (onlyArea === null || earlier) return null;
  const goesOn = goesOnOf(reading, sentence);
  // «… На 20:05 – 48,67 %»: nothing but the hour and the share.
  const elliptic = unknown === 0 && !ofTurnout;
  const sure = goesOn === 'reference' || reading.told.size === 1 || onlyArea === reading.root;
  if ((goesOn === null && !elliptic) || !sure) return null;
  const before = reading.told.get(onlyArea) ?? 0;
  return items.every((item) => item.type !== 'quantity' || item.value >= before) ? onlyArea : null;
}

/**
 * «Ранее, на 20:05, сообщалось о 48,67 %»: of the area that the sentence before was of. Where the turnout is named anew
 * after several areas, or the share is far more than the area has now, it is another's.
 */
function earlierPlace({ told }: Reading, { items, ofTurnout }: Statement, { onlyArea }: Heading): AreaId | null {
  if (onlyArea === null || (ofTurnout && told.size > 1)) return null;
  const now = (told.get(onlyArea) ?? 0) + corrected;
  return items.every((item) => item.type !== 'quantity' || item.value <= now) ? onlyArea : null;
}

/** «На 10:00 этот показатель составлял 23,37 %»: of the place before where the share is not more at an earlier hour, nor less at a later one. */
function referredPlace({ told, hour }: Reading, { items, times }: Statement, { onlyArea }: Heading): AreaId | null {
  const own = times.find(({ time }) => time.role !== 'plain')?.time.time ?? null;
  if (onlyArea === null || own === null || hour === null) return onlyArea;
  const before = told.get(onlyArea) ?? 0;
  const fits = (value: number): boolean => (own < hour ? value <= before + corrected : value >= before);
  return items.every((item) => item.type !== 'quantity' || fits(item.value)) ? onlyArea : null;
}

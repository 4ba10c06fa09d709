import type { FigureStatus } from '../figures/figure.ts';
import type { CutoffId } from '../ids.ts';
import type { ElectionPack } from '../pack/pack.ts';
import type { Claim } from './claim.ts';
import { headingAfter, noHeading } from './heading-after.ts';
import { HourInForce } from './hour-in-force.ts';
import { claimColumns } from './claim-columns.ts';
import { claimFigures } from './claim-figures.ts';
import { withEventHours } from './event-hours.ts';
import { correctClaims } from './correct-claims.ts';
import { joinedBreaks } from './join-lines.ts';
import { detectLanguage } from './detect-language.ts';
import { findAreas } from './find-areas.ts';
import type { Gazetteer } from './gazetteer.ts';
import { buildGazetteer, nameAt } from './gazetteer.ts';
import { cutoffAt, finalCutoff } from './match-cutoff.ts';
import { withLoneHour } from './lone-hour.ts';
import type { Meter } from './meter.ts';
import { mergeClaims } from './merge-claims.ts';
import { newMeter } from './meter.ts';
import { countsByArea, figureOf, inOrder, withoutFigures } from './parsed-figures.ts';
import type { LeftAlone, ParsedAnnouncement } from './parsed.ts';
import type { Phrases } from './meaning.ts';
import type { Phrasebook } from './phrasebook.ts';
import { postLines } from './post-lines.ts';
import { buildPhrasebook, markPhrases, means } from './phrasebook.ts';
import type { NumberRead } from './read-numbers.ts';
import { readNumbers } from './read-numbers.ts';
import { readStatement } from './read-statement.ts';
import { inOtherKazakhScripts } from './kazakh-scripts.ts';
import { endingsOf } from './with-noun.ts';
import type { TimeRead } from './time-read.ts';
import { readTimes } from './read-times.ts';
import type { Reading } from './reading.ts';
import { retractClaims } from './retract-claims.ts';
import type { Token } from './scan.ts';
import { scan } from './scan.ts';
import { endsAside, titleAsideOf } from './title-aside.ts';
import { withThese } from './these-places.ts';
import { withoutAsides } from './without-asides.ts';
import { withoutSources } from './sources.ts';
import { splitSentences } from './split-sentences.ts';

/** What a parser knows before it sees a text. */
export interface ParserKnowledge {
  readonly pack: ElectionPack;
  readonly book: Phrasebook;
  readonly gazetteer: Gazetteer;
}

/** The people named after the country, and the names of the capital's time, which are no places. */
function ownPhrasesOf(pack: ElectionPack): Phrases {
  const country = pack.areas.find(({ id }) => id === pack.root);
  const spellings =
    country === undefined ? [] : [...country.spellings.ru, ...country.spellings.kk, ...country.spellings.en];
  // Single capitalised names; nobody is called after "the country" or "the republic".
  const peoples = spellings.filter((name) => /^\p{Lu}[^\s-]{4,}$/u.test(name)).map((name) => `${name}*`);
  const { ru, kk, en } = pack.capital.spellings;
  const times = [...ru, ...kk, ...kk.flatMap(inOtherKazakhScripts), ...en, ...Object.values(pack.capital.timeLabel)];
  return {
    ...(peoples.length === 0 ? {} : { voters: peoples.join('|'), countrymen: peoples.join('|') }),
    neutral: times.join('|'),
  };
}

export function parserKnowledgeOf(pack: ElectionPack): ParserKnowledge {
  const book = buildPhrasebook(ownPhrasesOf(pack));
  return { pack, book, gazetteer: buildGazetteer(pack, book) };
}

/**
 * A parser of announcements for one election: text in, figures out with the places of their words. It never throws,
 * keeps nothing between texts, and its time is linear in the text.
 */
export function buildParser(pack: ElectionPack): (text: string) => ParsedAnnouncement {
  const knowledge = parserKnowledgeOf(pack);
  return (text) => readAnnouncement(knowledge, text, newMeter());
}

/** Numbers before a comma, "and" or a dash whose list ends with a percent sign: «80, 75 и 60 процентов». */
function lentPercents(
  tokens: readonly Token[],
  marks: Reading['marks'],
  numbers: readonly NumberRead[],
  isTime: (number: NumberRead) => boolean,
): Set<number> {
  const lent = new Set<number>();
  for (let index = numbers.length - 2; index >= 0; index -= 1) {
    const [number, next] = [numbers[index], numbers[index + 1]];
    if (number === undefined || next === undefined || number.percent || number.whole > 100 || isTime(number)) continue;
    if (number.shape !== 'integer' && number.shape !== 'decimal') continue;
    if (!(next.percent || lent.has(next.from)) || next.from - number.to > 2 || next.from === number.to) continue;
    const between = [number.to, next.from - 1].every(
      (at) =>
        (tokens[at]?.kind === 'punctuation' && [',', ';', '-', '–'].includes(tokens[at]?.key ?? '')) ||
        means(marks[at], 'and', 'to'),
    );
    if (between) lent.add(number.from);
  }
  return lent;
}

/** The whole reading of one text; `meter` counts its steps. */
export function readAnnouncement(
  { pack, book, gazetteer }: ParserKnowledge,
  text: string,
  meter: Meter,
): ParsedAnnouncement {
  const leftAlone: LeftAlone[] = [];
  const tokens = withoutAsides(scan(text, meter), leftAlone);
  const marks = markPhrases(book, tokens, meter);
  const inSource = withoutSources(tokens, marks);
  const endings = endingsOf(marks);
  const numbers = readNumbers(tokens, marks, meter);
  const cutoffs = new Map<string, boolean>();
  const isCutoff = (time: string): boolean => {
    const known = cutoffs.get(time) ?? cutoffAt(pack, time) !== null;
    cutoffs.set(time, known);
    return known;
  };
  const hours = readTimes(tokens, marks, endings, numbers, isCutoff, meter);
  const times = withLoneHour(
    tokens,
    marks,
    numbers,
    withEventHours(tokens, marks, numbers, hours, isCutoff),
    isCutoff,
    (at) => nameAt(gazetteer, tokens, at) !== null,
    (at) => {
      const name = nameAt(gazetteer, tokens, at);
      return name?.candidates.every(({ kind }) => kind === 'country') === true ? name.to : 0;
    },
  );
  const inTime = new Set(
    times.flatMap((time) => Array.from({ length: time.to - time.from }, (_, index) => time.from + index)),
  );
  const plainNumbers = numbers.filter(({ from }) => !inTime.has(from));
  const mentions = findAreas(
    tokens,
    marks,
    gazetteer,
    new Set(plainNumbers.map(({ from }) => from)),
    new Set(plainNumbers.map(({ to }) => to)),
    meter,
  ).filter(({ from }) => !inSource.has(from));
  const numberAt = new Map(plainNumbers.map((number) => [number.from, number]));
  const mentionAt = new Map(mentions.map((mention) => [mention.from, mention]));
  const breaks = joinedBreaks(
    tokens,
    marks,
    new Map(numbers.map((number) => [number.from, number])),
    mentionAt,
    inTime,
    meter,
  );
  const language = detectLanguage(text, tokens);
  const reading: Reading = {
    text,
    tokens,
    marks,
    endings,
    meter,
    leftAlone,
    numbers: numberAt,
    lent: lentPercents(tokens, marks, plainNumbers, () => false),
    mentions: mentionAt,
    times: new Map(times.map((time) => [time.from, time])),
    root: pack.root,
    electorates: pack.electorates.filter(({ area }) => area === pack.root).map(({ value }) => value),
    date: { year: Number(pack.date.slice(0, 4)), month: Number(pack.date.slice(5, 7)) },
    widths: pack,
    isCutoff,
    language,
    capitals: tokens.some(({ capital }) => capital),
    namedSoFar: { region: new Set(), city: new Set(), others: false },
    othersShares: new Map(),
    ofTurnout: false,
    aside: null,
    hour: null,
    told: new Map(),
    lastValue: null,
  };

  const read: { claim: Claim; time: TimeRead | null; final: boolean; part: HourInForce }[] = [];
  const posts = postLines(tokens, marks, times);
  let heading = noHeading;
  let hour = new HourInForce(reading);
  const parts = [hour];
  let final = false;
  let preliminary = false;
  const finalInTitle: { at: number }[] = [];
  for (const sentence of splitSentences(tokens, numberAt, mentionAt, breaks, meter)) {
    // A ruled line between the head of a table and its rows.
    if (
      tokens.slice(sentence.from, Math.min(sentence.to, sentence.from + 40)).every(({ kind }) => kind === 'punctuation')
    )
      continue;
    if (posts.has(sentence.from)) parts.push((hour = new HourInForce(reading)));
    const statement = withThese(reading, readStatement(reading, sentence), heading.listed);
    reading.aside = titleAsideOf(reading, statement) ?? (endsAside(reading, statement) ? null : reading.aside);
    const claims =
      claimColumns(reading, pack.root, statement, heading) ?? claimFigures(reading, pack, statement, heading);
    hour.follow(statement, claims);
    retractClaims(reading, statement, read);
    const sets = statement.denies && statement.items.every(({ type }) => type !== 'area');
    if (statement.corrects || sets) correctClaims(reading, statement, claims, read, heading.onlyNamed);
    for (const { area, turnout } of claims) if (turnout !== null) reading.told.set(area, turnout.max);
    for (const claim of claims)
      read.push({ claim, time: claim.time ?? hour.current, final: claim.status === 'final', part: hour });
    hour.goOnAfter(claims);
    reading.hour = hour.current?.time ?? null;
    if (claims.length > 0) {
      final ||= statement.final && !statement.preliminary;
      preliminary ||= statement.preliminary;
    } else if (
      statement.final &&
      !statement.preliminary &&
      heading.setAside !== 'otherElection' &&
      (sentence.heads || read.length === 0)
    )
      finalInTitle.push({ at: sentence.from });
    if (statement.ofTurnout) reading.ofTurnout = statement.spoilers.length === 0;
    heading = headingAfter(reading, statement, claims, heading);
  }

  const asOf = parts.find(({ asOf: told }) => told !== null)?.asOf ?? null;
  const isFinal = (final || finalInTitle.length > 0) && !preliminary;
  const last = finalCutoff(pack);
  const cutoffFor = (stated: TimeRead | null): CutoffId | null => {
    if (stated !== null) return cutoffAt(pack, stated.time)?.id ?? null;
    return isFinal ? (last?.id ?? null) : null;
  };
  const kept = mergeClaims(
    read.map(({ claim, time, part }) => ({ claim, cutoff: cutoffFor(time ?? (part.reachesBack ? part.asOf : null)) })),
    leftAlone,
  );
  const countsOf = countsByArea(read.map(({ claim }) => claim));
  const figures = kept.map((figure) => figureOf(text, figure, countsOf.get(figure.claim.area) ?? []));
  const status: FigureStatus | null = isFinal ? 'final' : preliminary ? 'preliminary' : null;
  const ofAsOf = asOf === null ? null : { start: asOf.start, end: asOf.end };
  return {
    language,
    asOf: asOf?.time ?? null,
    asOfSnippet: ofAsOf,
    cutoff: cutoffFor(asOf),
    status,
    figures,
    leftAlone: inOrder(withoutFigures(leftAlone, figures), ofAsOf),
  };
}

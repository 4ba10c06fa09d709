import type { FigureStatus } from '../figures/figure.ts';
import type { CutoffId } from '../ids.ts';
import type { ElectionPack } from '../pack/pack.ts';
import type { Claim, Heading } from './claim.ts';
import { claimFigures } from './claim-figures.ts';
import { hoursToldOf } from './hours-told.ts';
import { isAttribution } from './is-attribution.ts';
import { correctClaims } from './correct-claims.ts';
import { joinedBreaks } from './join-lines.ts';
import { detectLanguage } from './detect-language.ts';
import { findAreas } from './find-areas.ts';
import type { Gazetteer } from './gazetteer.ts';
import { buildGazetteer } from './gazetteer.ts';
import { cutoffAt, finalCutoff } from './match-cutoff.ts';
import { withLoneHour } from './lone-hour.ts';
import type { Meter } from './meter.ts';
import { mergeClaims } from './merge-claims.ts';
import { newMeter } from './meter.ts';
import { countsByArea, figureOf, inOrder, withoutFigures } from './parsed-figures.ts';
import type { LeftAlone, ParsedAnnouncement } from './parsed.ts';
import type { Phrases } from './meaning.ts';
import type { Phrasebook } from './phrasebook.ts';
import { buildPhrasebook, markPhrases, means } from './phrasebook.ts';
import type { NumberRead } from './read-numbers.ts';
import { readNumbers } from './read-numbers.ts';
import { readStatement } from './read-statement.ts';
import type { Column } from './table-columns.ts';
import { columnsOf } from './table-columns.ts';
import { inOtherKazakhScripts } from './kazakh-scripts.ts';
import { endingsOf } from './with-noun.ts';
import type { TimeRead } from './read-times.ts';
import { readTimes } from './read-times.ts';
import type { Reading } from './reading.ts';
import type { Token } from './scan.ts';
import { scan } from './scan.ts';
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
  return { ...(peoples.length === 0 ? {} : { voters: peoples.join('|') }), neutral: times.join('|') };
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
  const tokens = scan(text, meter);
  const marks = markPhrases(book, tokens, meter);
  const endings = endingsOf(marks);
  const numbers = readNumbers(tokens, marks, meter);
  const cutoffs = new Map<string, boolean>();
  const isCutoff = (time: string): boolean => {
    const known = cutoffs.get(time) ?? cutoffAt(pack, time) !== null;
    cutoffs.set(time, known);
    return known;
  };
  const told = readTimes(tokens, marks, endings, numbers, isCutoff, meter);
  const times = withLoneHour(tokens, marks, numbers, told, isCutoff);
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
  );
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
  const leftAlone: LeftAlone[] = [];
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
    date: { year: Number(pack.date.slice(0, 4)), month: Number(pack.date.slice(5, 7)) },
    widths: pack,
    isCutoff,
    language,
    capitals: tokens.some(({ capital }) => capital),
    lastValue: null,
  };

  const read: { claim: Claim; time: TimeRead | null; final: boolean }[] = [];
  let heading: Heading = {
    ofTurnout: false,
    spoiler: null,
    sharesSeen: false,
    goesOn: false,
    columns: [],
    twoHours: null,
    ofPlaces: false,
    table: new Map(),
  };
  let current: TimeRead | null = null;
  let first: TimeRead | null = null;
  let opening: TimeRead | null = null;
  let final = false;
  let preliminary = false;
  const finalInTitle: { at: number }[] = [];
  for (const sentence of splitSentences(tokens, numberAt, mentionAt, breaks, meter)) {
    // A ruled line between the head of a table and its rows.
    if (
      tokens.slice(sentence.from, Math.min(sentence.to, sentence.from + 40)).every(({ kind }) => kind === 'punctuation')
    )
      continue;
    const statement = readStatement(reading, sentence);
    const claims = claimFigures(reading, pack, statement, heading);
    const quantities = statement.items.some(({ type }) => type === 'quantity');
    const usable = statement.times.filter(({ time }) => !statement.compared.some((at) => at < time.from));
    const led = usable.find(({ time }) => time.role === 'led' || time.role === 'stated')?.time ?? null;
    const weak = claims.length === 0 && led !== null && !statement.toCome && isCutoff(led.time) ? led : null;
    const head = usable.find(({ time }) => time.role === 'head')?.time ?? weak;
    if (
      (led === null || led === weak) &&
      head !== null &&
      (current === null || current === opening || current.role === 'head')
    ) {
      opening ??= head;
      current = head;
    }
    const stated = statement.times.find(({ time }) => time.role === 'stated')?.time ?? null;
    // A title without a full stop heads what follows; a sentence without a figure may tell of another hour.
    const isTitle = statement.unknown <= 6 && tokens[sentence.to - 1]?.key !== '.';
    // The first hour that the turnout is said of holds until another is stated, unless it is still to come.
    const announced: boolean = first === null && statement.ofTurnout && !statement.toCome;
    const named: TimeRead | null =
      claims.length > 0 || announced || sentence.heads || (statement.ofTurnout && !quantities && isTitle)
        ? led
        : stated;
    if (named !== null && (claims.length > 0 || stated !== null || sentence.heads || first === null)) {
      first ??= named;
      if (!statement.earlier || current === null) current = named;
    }
    if (statement.corrects) correctClaims(reading, statement, claims, read);
    for (const claim of claims) read.push({ claim, time: claim.time ?? current, final: claim.status === 'final' });
    const hoursOfClaims = hoursToldOf(claims);
    const [early, late] = hoursOfClaims;
    // Of two hours the later one is what the text goes on with.
    if (hoursOfClaims.length === 2 && late !== undefined && (current === null || current === early)) current = late;
    if (claims.length > 0) {
      final ||= statement.final && !statement.preliminary;
      preliminary ||= statement.preliminary;
    } else if (statement.final && !statement.preliminary && (sentence.heads || read.length === 0))
      finalInTitle.push({ at: sentence.from });
    const cells = claims.length === 0 && !quantities ? columnsOf(reading, sentence) : new Map<number, Column>();
    const isTableRow = statement.items.some(({ cell }) => cell > 0);
    if (!sentence.continues || claims.length > 0) {
      const hourly = statement.unknown === 0 && statement.times.some(({ time }) => time.role !== 'plain');
      const rows = claims.length > 0 && (statement.items[0]?.type === 'area' || hourly) && sentence.lineStart;
      heading = {
        ofTurnout:
          statement.ofTurnout ||
          (claims.length > 0 && usable.some(({ time }) => time.role !== 'plain' && isCutoff(time.time))) ||
          (heading.ofTurnout && (rows || sentence.continues)),
        spoiler:
          claims.length === 0 && !quantities && cells.size === 0
            ? (statement.spoilers.find(({ kind }) => kind !== 'threshold' && kind !== 'group')?.kind ?? null)
            : quantities && !rows
              ? heading.spoiler
              : null,
        columns:
          claims.length === 0 && !quantities
            ? statement.times.map(({ time }) => time)
            : rows || sentence.continues
              ? heading.columns
              : [],
        table: cells.size > 0 ? cells : isTableRow ? heading.table : new Map(),
        twoHours:
          hoursOfClaims.length === 2 && early !== undefined && late !== undefined
            ? [early, late]
            : statement.times.every(({ time }) => time.role === 'plain')
              ? heading.twoHours
              : null,
        ofPlaces: claims.length > 0 && claims.every(({ area }) => area !== pack.root),
        goesOn:
          (statement.ofTurnout && !sentence.heads) ||
          (heading.goesOn && (claims.length > 0 || isAttribution(reading, statement))),
        sharesSeen: claims.some(({ turnout }) => turnout !== null) && (rows || sentence.heads),
      };
    }
  }

  const asOf = first ?? opening;
  const isFinal = (final || finalInTitle.length > 0) && !preliminary;
  const last = finalCutoff(pack);
  const cutoffFor = (time: TimeRead | null): CutoffId | null => {
    const stated = time ?? asOf;
    if (stated !== null) return cutoffAt(pack, stated.time)?.id ?? null;
    return isFinal ? (last?.id ?? null) : null;
  };
  const kept = mergeClaims(
    read.map(({ claim, time }) => ({ claim, cutoff: cutoffFor(time) })),
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
    cutoff: cutoffFor(null),
    status,
    figures,
    leftAlone: inOrder(withoutFigures(leftAlone, figures), ofAsOf),
  };
}

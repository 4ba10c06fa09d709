import type { SeededRandom } from '../seeded-random.ts';

/**
 * Values of which each is drawn once in a run, and which nothing else on the wire can look like by chance: turnouts of
 * four digits (1000 to 9999 hundredths), counts of nine, words in letters that no hash is written with.
 */
export interface MarkerPool {
  /** Hundredths, growing with `place` (0 to 1) of the cutoff in the day. */
  turnout(place: number): number;
  /** A turnout strictly between two others, or null when there is none left. */
  turnoutWithin(min: number, max: number): number | null;
  ballots(place: number): number;
  word(): string;
  /** Everything that was drawn. */
  issued(): ReadonlySet<string>;
}

const wordPattern = /zq[g-y]{10}/g;
const countPattern = /(?<![0-9a-zA-Z])\d{9}(?![0-9a-zA-Z])/g;
const hundredthsPattern = /(?<![0-9a-zA-Z])\d{4}(?![0-9a-zA-Z])/g;
const percentPattern = /(?<![0-9a-zA-Z])(\d{2})[.,](\d{2})(?!\d)/g;
const uuidPattern = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** The id that Socket.IO draws for a connection, also with `-` and `_`, between which four digits stand alone by chance. */
const socketIdPattern = /"sid":"[\w-]{20}"/g;
/** When a page is asked to come back: a number of the wire's own. */
const comeBackPattern = /"reconnectInMs":\d+/g;
const groupedPattern = /(?<=\d)[\s,\u00A0\u202F](?=\d{3})/g;

/** Everything in `text` that looks like a marker: as JSON writes it, and as a sentence would. */
export function markersIn(text: string): Set<string> {
  // Ids of entries and of connections hold runs of digits by chance.
  const plain = text.replace(uuidPattern, '').replace(socketIdPattern, '').replace(comeBackPattern, '');
  return new Set([
    ...(plain.match(wordPattern) ?? []),
    ...(plain.match(countPattern) ?? []),
    ...(plain.replace(groupedPattern, '').match(countPattern) ?? []),
    ...(plain.match(hundredthsPattern) ?? []),
    ...[...plain.matchAll(percentPattern)].map(([, whole = '', part = '']) => whole + part),
  ]);
}

/** `publicText` is what everybody knows before the day, the election's pack: its numbers are never drawn. */
export function markerPool(random: SeededRandom, publicText: string): MarkerPool {
  const known = markersIn(publicText);
  const free = new Set(
    Array.from({ length: 9_000 }, (_, index) => 1_000 + index).filter((value) => !known.has(String(value))),
  );
  const issued = new Set<string>();
  const issue = <Value extends string | number>(draw: () => Value): Value => {
    for (;;) {
      const value = draw();
      if (issued.has(String(value)) || known.has(String(value))) continue;
      issued.add(String(value));
      if (typeof value === 'number') free.delete(value);
      return value;
    }
  };
  const letters = [...'ghijklmnopqrstuvwxy'];
  return {
    // Each cutoff has its stretch, so that most values grow as turnout does; the rest meet the checks.
    turnout: (place) => {
      const least = 1_000 + Math.floor(place * 6_500);
      return issue(() => (random.chance(0.85) ? random.int(least, least + 2_400) : random.int(1_000, 9_999)));
    },
    turnoutWithin: (min, max) => {
      const inside = [...free].filter((value) => value > min && value < max);
      return inside.length === 0 ? null : issue(() => random.pick(inside));
    },
    ballots: (place) => issue(() => random.int(100_000_000, 199_999_999) + Math.floor(place * 700_000_000)),
    word: () => issue(() => `zq${Array.from({ length: 10 }, () => random.pick(letters)).join('')}`),
    issued: () => issued,
  };
}

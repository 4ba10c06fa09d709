import type { AreaId } from '../ids.ts';
import { capitalNamesOf } from './capital-names.ts';
import type { Area, ElectionPack } from '../pack/pack.ts';
import { foldWord, scriptOf } from './fold-word.ts';
import { isSign } from './is-sign.ts';
import { isRussianAdjective, russianForms } from './inflect-russian.ts';
import { inOtherKazakhScripts, kazakhCaseSuffixes } from './kazakh-scripts.ts';
import { newMeter } from './meter.ts';
import type { Phrasebook } from './phrasebook.ts';
import { markPhrases, means } from './phrasebook.ts';
import type { Token } from './scan.ts';
import { scan } from './scan.ts';

/** An area that a name may stand for. */
export interface Candidate {
  readonly area: AreaId;
  readonly kind: Area['kind'];
  /** The name is an adjective, so that its noun may be shared with others or left out. */
  readonly adjective: boolean;
  /** The pack itself spells the area by this name alone, without "region" or "city". */
  readonly bare: boolean;
  /** A common noun, as "the capital": it is written small and may be qualified by other words. */
  readonly common: boolean;
  /** The first letters of a long name, which stand for nothing else. */
  readonly initials: boolean;
}

interface Node {
  readonly next: Map<string, Node>;
  readonly candidates: Candidate[];
}
export type Gazetteer = Node;

const newNode = (): Node => ({ next: new Map(), candidates: [] });
const caseSuffixes = new Set(kazakhCaseSuffixes.flatMap((suffix) => [suffix, loosened(suffix)]));
const longestSuffix = 7;

function insert(root: Node, words: readonly (readonly string[])[], candidate: Candidate): void {
  let nodes: Node[] = [root];
  for (const forms of words) {
    const reached: Node[] = [];
    for (const node of nodes) {
      for (const form of forms) {
        const child = node.next.get(form) ?? newNode();
        node.next.set(form, child);
        reached.push(child);
      }
    }
    nodes = reached;
  }
  for (const node of nodes) {
    const known = node.candidates.findIndex((other) => other.area === candidate.area);
    if (known < 0) node.candidates.push(candidate);
    else if (candidate.bare)
      node.candidates[known] = {
        ...candidate,
        adjective: node.candidates[known]?.adjective ?? false,
        initials: candidate.initials || (node.candidates[known]?.initials ?? false),
      };
  }
}

/**
 * The name proper in a spelling: its words without "region", "city" and prepositions; remarks in brackets are dropped.
 * Null for a name of another level, as a district's: it is in a pack to say that sources confuse the two.
 */
function properWords(spelling: string, book: Phrasebook): { words: string[]; hasNoun: boolean } | null {
  const tokens = scan(spelling.replace(/\([^)]*\)/gu, ' '), newMeter());
  const marks = markPhrases(book, tokens, newMeter());
  const words: string[] = [];
  let hasNoun = false;
  let nounTo = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word' && token.kind !== 'digits') continue;
    if (index > 0 && words.length > 0 && means(marks[index], 'otherPlaceNoun')) return null;
    const noun = means(marks[index], 'regionNoun', 'regionNouns', 'cityNoun', 'cityNouns');
    hasNoun ||= noun;
    if (noun) nounTo = marks[index]?.to ?? index + 1;
    const preposition = words.length === 0 && means(marks[index], 'locative');
    if (index >= nounTo && !preposition) words.push(token.key);
  }
  if (words.length > 0) return { words, hasNoun };
  return {
    words: tokens.filter((token) => token.kind === 'word' || token.kind === 'digits').map((token) => token.key),
    hasNoun: false,
  };
}

/** Latin spellings of one name differ in how they render the same letters: q or k, gh or g, zh or j, y or i. */
export function loosened(key: string): string {
  if (!/^[a-z]{4}/u.test(key)) return key;
  return key
    .replaceAll('gh', 'g')
    .replaceAll('zh', 'j')
    .replaceAll('q', 'k')
    .replaceAll('y', 'i')
    .replaceAll('ii', 'i');
}

/** Letters that one keyboard's capitals give for another's. */
const latinCapitals: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
};

/** "N. …", «Зап.-…»: how papers shorten the first of a name's two words, folded; what else it may stand for does not matter beside the second. */
function shortenedFirst(word: string): string[] {
  if (scriptOf(word) === 'latin') return word.length > 3 ? [word.slice(0, 1)] : [];
  return word.endsWith('о') && word.length > 5 ? [word.slice(0, 3), word.slice(0, 4), word.slice(0, 1)] : [];
}

const peopleEndings = ['чан', 'чане', 'чанам', 'чанами', 'чанах'];
const countryEndings = ['цы', 'цев', 'цам', 'цами', 'цах'];

/** What the people of a town are called in Russian and Kazakh, folded: the share of them is the town's. */
function townspeopleOf({ shortNames, spellings }: Area): string[] {
  const name = foldWord(shortNames.ru);
  const stem = name.replace(/[аыиоу]$/u, '');
  const russian = [...peopleEndings, ...countryEndings, ...countryEndings.map((ending) => `ин${ending}`)];
  const names = [shortNames.kk, ...spellings.kk.filter((spelling) => /^\p{Ll}+$/u.test(spelling))];
  const kazakh = names.flatMap((stemmed) =>
    ['лық', 'лик', 'тық', 'тик', 'дық', 'дик'].flatMap((ending) =>
      ['', 'тар', 'тардың', 'тары', 'тер', 'тердің', 'тери'].map((more) => foldWord(stemmed + ending + more)),
    ),
  );
  return scriptOf(name) === 'cyrillic' ? [...russian.map((ending) => stem + ending), ...kazakh] : [];
}

/** The first letters of a name of three words or more, folded: the short form that papers use. */
function initialsOf(area: Area): string[] {
  const all = Object.values(area.names).flatMap((name) => {
    const words = name.split(/[\s-]+/u).filter((word) => word !== '');
    if (words.length < 3) return [];
    const initials = words.map((word) => word.charAt(0)).join('');
    const kazakh = name === area.names.kk ? inOtherKazakhScripts(initials) : [];
    const lookAlike = [...initials.toLowerCase()].map((letter) => latinCapitals[letter] ?? ' ').join('');
    // "… Region" is also called an oblast.
    const oblast = name === area.names.en ? [`${initials.slice(0, -1)}O`] : [];
    return [initials, ...kazakh, ...oblast, ...(lookAlike.includes(' ') ? [] : [lookAlike])];
  });
  return [...new Set(all.map(foldWord))];
}

/**
 * All names of the pack's areas, in every form that the grammar of their language gives them. The only knowledge of a
 * country is the pack's own spellings.
 */
export function buildGazetteer(pack: ElectionPack, book: Phrasebook): Gazetteer {
  const root = newNode();
  for (const area of pack.areas) {
    const { ru, kk, en, kkLatn = [], kkArab = [] } = area.spellings;
    const spelled = [...ru, ...en, ...kk, ...kkLatn, ...kkArab];
    const kazakh = [...kk, area.names.kk].flatMap(inOtherKazakhScripts);
    // The country's own letters; a region's may be a word.
    const letters = area.kind === 'country' ? Object.values(area.abbreviations) : capitalNamesOf(area);
    const derived = [...Object.values(area.names), ...Object.values(area.shortNames), ...kazakh, ...letters];
    const russian = new Set([...ru, area.names.ru, area.shortNames.ru]);
    for (const [spelling, own] of [
      ...spelled.map((name) => [name, true] as const),
      ...derived.map((name) => [name, false] as const),
    ]) {
      const proper = properWords(spelling, book);
      const last = proper?.words.at(-1);
      if (proper === null || last === undefined) continue;
      const { words, hasNoun } = proper;
      const adjective = area.kind === 'region' && scriptOf(last) === 'cyrillic' && isRussianAdjective(last);
      const forms = words.map((word, index) =>
        scriptOf(word) === 'cyrillic' && russian.has(spelling) && index >= words.length - 2
          ? russianForms(word)
          : [loosened(word)],
      );
      const [first = ''] = words;
      if (area.kind === 'region' && words.length === 2 && forms[0] !== undefined) {
        forms[0].push(...shortenedFirst(first));
        if (scriptOf(last) === 'cyrillic' && first.endsWith('о')) forms[1]?.push(last.slice(0, 3));
      }
      const common = /^\p{Ll}/u.test(spelling) && !hasNoun && (area.kind === 'city' || area.kind === 'region');
      const bare = own && !hasNoun && !adjective;
      insert(root, forms, { area: area.id, kind: area.kind, adjective, bare, common, initials: false });
    }
    if (area.kind === 'city')
      for (const name of townspeopleOf(area))
        insert(root, [[name]], {
          area: area.id,
          kind: 'city',
          adjective: false,
          bare: true,
          common: false,
          initials: false,
        });
    if (area.kind === 'region')
      for (const name of initialsOf(area))
        insert(root, [[name]], {
          area: area.id,
          kind: area.kind,
          adjective: false,
          bare: true,
          common: false,
          initials: true,
        });
  }
  insertNouns(root, pack, book);
  return root;
}

/** The name that a Russian adjective in «-ская» was made of: «…анская» gives «…ан», «…инская» also «…а». */
function nounsOf(adjective: string): string[] {
  const stem = /^(.{4,})ская$/u.exec(adjective)?.[1];
  if (stem === undefined) return [];
  return stem.endsWith('ин') && stem.length > 6 ? [`${stem.slice(0, -2)}а`] : [stem];
}

/**
 * The bare names that Russian adjectives of regions stand for: «…ская» for its noun, and «Северо-…ская» for «Северный …»
 * with the country's name. A noun that is already a name of another area gives nothing.
 */
function insertNouns(root: Node, pack: ElectionPack, book: Phrasebook): void {
  const country = pack.areas.find(({ id }) => id === pack.root);
  for (const area of pack.areas) {
    if (area.kind !== 'region') continue;
    const words = properWords(area.names.ru, book)?.words ?? [];
    const candidate = { area: area.id, kind: area.kind, adjective: false, common: false, initials: false };
    const [side = '', adjective] = words;
    if (words.length === 1)
      for (const noun of nounsOf(side)) {
        const forms = russianForms(noun);
        const others = forms.flatMap((form) => root.next.get(form)?.candidates ?? []);
        if (others.every((other) => other.area === area.id)) insert(root, [forms], { ...candidate, bare: false });
      }
    else if (words.length === 2 && side.endsWith('о') && adjective !== undefined && country !== undefined) {
      const stem = side.slice(0, -1);
      const whole = nounsOf(adjective).find((noun) => noun === foldWord(country.shortNames.ru));
      if (whole === undefined) continue;
      const forms = [russianForms(`${stem.endsWith('н') ? stem : `${stem}н`}ый`), russianForms(whole)];
      insert(root, forms, { ...candidate, bare: true });
    }
  }
}

export interface NameFound {
  readonly to: number;
  readonly candidates: readonly Candidate[];
  /** A Kazakh case ending was taken off, as «-да». */
  readonly suffix: string | null;
}

/** The longest name that begins at a token, or null. */
export function nameAt(gazetteer: Gazetteer, tokens: readonly Token[], from: number): NameFound | null {
  let node: Node = gazetteer;
  let at = from;
  let found: NameFound | null = null;
  for (;;) {
    let token = tokens[at];
    // «Западно-…», «округ № 11», "District No. 11", «Зап.-…», "W. …".
    if (at > from && isSign(token, '.') && token?.gap === 'none' && isSign(tokens[at + 1], '-')) {
      at += 2;
      token = tokens[at];
    } else if (at > from && isSign(token, '-', '–', '№', '#', '.')) {
      at += 1;
      token = tokens[at];
    }
    if (token === undefined || (token.kind !== 'word' && token.kind !== 'digits')) break;
    // One letter begins a name only with its point: «с …» is a preposition.
    if (at === from && token.kind === 'word' && token.key.length === 1 && !isSign(tokens[at + 1], '.')) break;
    const key = loosened(token.key);
    const child = node.next.get(token.key) ?? node.next.get(key);
    if (child === undefined) {
      for (let length = 1; length <= Math.min(longestSuffix, key.length - 2); length += 1) {
        const suffix = key.slice(-length);
        const stem = caseSuffixes.has(suffix) ? node.next.get(key.slice(0, -length)) : undefined;
        if (stem !== undefined && stem.candidates.length > 0)
          found = { to: at + 1, candidates: stem.candidates, suffix };
      }
      break;
    }
    node = child;
    at += 1;
    if (node.candidates.length > 0) found = { to: at, candidates: node.candidates, suffix: null };
  }
  if (found === null) return null;
  const [hyphen, ending] = [tokens[found.to], tokens[found.to + 1]];
  const joined =
    hyphen?.kind === 'punctuation' &&
    hyphen.key === '-' &&
    hyphen.gap === 'none' &&
    ending?.kind === 'word' &&
    ending.gap === 'none';
  return joined && caseSuffixes.has(ending.key) ? { ...found, to: found.to + 2, suffix: ending.key } : found;
}

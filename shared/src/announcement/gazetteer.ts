import type { AreaId } from '../ids.ts';
import type { Area, ElectionPack } from '../pack/pack.ts';
import { scriptOf } from './fold-word.ts';
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
}

interface Node {
  readonly next: Map<string, Node>;
  readonly candidates: Candidate[];
}
export type Gazetteer = Node;

const newNode = (): Node => ({ next: new Map(), candidates: [] });
const caseSuffixes = new Set(kazakhCaseSuffixes);
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
      node.candidates[known] = { ...candidate, adjective: node.candidates[known]?.adjective ?? false };
  }
}

/** The name proper in a spelling: its words without "region", "city" and prepositions; remarks in brackets are dropped. */
function properWords(spelling: string, book: Phrasebook): { words: string[]; hasNoun: boolean } {
  const tokens = scan(spelling.replace(/\([^)]*\)/gu, ' '), newMeter());
  const marks = markPhrases(book, tokens, newMeter());
  const words: string[] = [];
  let hasNoun = false;
  let nounTo = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word' && token.kind !== 'digits') continue;
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

/**
 * All names of the pack's areas, in every form that the grammar of their language gives them. The only knowledge of a
 * country is the pack's own spellings.
 */
export function buildGazetteer(pack: ElectionPack, book: Phrasebook): Gazetteer {
  const root = newNode();
  for (const area of pack.areas) {
    const { ru, kk, en, kkLatn = [], kkArab = [] } = area.spellings;
    const given = [...ru, ...kk, ...en, ...kkLatn, ...kkArab];
    const kazakh = [...kk, area.names.kk].flatMap(inOtherKazakhScripts);
    const derived = [...Object.values(area.names), ...Object.values(area.shortNames), ...kazakh];
    for (const [spelling, own] of [
      ...given.map((name) => [name, true] as const),
      ...derived.map((name) => [name, false] as const),
    ]) {
      const { words, hasNoun } = properWords(spelling, book);
      const last = words.at(-1);
      if (last === undefined) continue;
      const adjective = area.kind === 'region' && scriptOf(last) === 'cyrillic' && isRussianAdjective(last);
      const forms = words.map((word, index) =>
        scriptOf(word) === 'cyrillic' && index >= words.length - 2 ? russianForms(word) : [word],
      );
      insert(root, forms, { area: area.id, kind: area.kind, adjective, bare: own && !hasNoun && !adjective });
    }
  }
  return root;
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
    if (at > from && token?.kind === 'punctuation' && (token.key === '-' || token.key === '–')) {
      at += 1;
      token = tokens[at];
    }
    if (token === undefined || (token.kind !== 'word' && token.kind !== 'digits')) break;
    const child = node.next.get(token.key);
    if (child === undefined) {
      for (let length = 1; length <= Math.min(longestSuffix, token.key.length - 2); length += 1) {
        const suffix = token.key.slice(-length);
        const stem = caseSuffixes.has(suffix) ? node.next.get(token.key.slice(0, -length)) : undefined;
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

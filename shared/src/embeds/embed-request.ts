import type { CutoffId, Language } from '../ids.ts';
import { idSchema, languages } from '../ids.ts';
import type { BoardPage } from '../protocol/board-address.ts';
import { pathOfPlace } from '../protocol/board-address.ts';

/** What can stand in other people's pages. */
export const embedKinds = ['number', 'map', 'curve', 'ranking'] as const;
export type EmbedKind = (typeof embedKinds)[number];

/** What an embed's address asks for. */
export interface EmbedRequest {
  readonly kind: EmbedKind;
  /** The election that it shows and no other; null in an address that does not say, which is answered with one that does. */
  readonly election: string | null;
  readonly lang: Language;
  /** A cutoff: what stood of the day then, with whatever was corrected since. Null: the newest. */
  readonly at: CutoffId | null;
  readonly theme: 'ink' | 'paper';
  /** `live`: never a rehearsal, whatever the server is made to serve. */
  readonly expects: 'live' | null;
}

/** An address's search as name and value; the last value of a name wins. */
export type Search = Readonly<Record<string, string>>;

/** Reads an embed's address; null for a path that is none. What is not understood of the search is left out: see `unreadableOf`. */
export function embedRequestOf(path: string, search: Search): EmbedRequest | null {
  const kind = embedKinds.find((each) => path === `/embed/${each}`);
  if (kind === undefined) return null;
  const id = (name: string): string | null => {
    const read = idSchema.safeParse(search[name]);
    return read.success ? read.data : null;
  };
  return {
    kind,
    election: id('election'),
    lang: languages.find((each) => each === search['lang']) ?? 'ru',
    at: id('at'),
    theme: search['theme'] === 'paper' ? 'paper' : 'ink',
    expects: search['expects'] === 'live' ? 'live' : null,
  };
}

const isLive = (value: string): boolean => value === 'live';
const isId = (value: string): boolean => idSchema.safeParse(value).success;
/** What decides whose figures an embed shows, and of when, with how each is read. */
const deciding = { election: isId, at: isId, expects: isLive } as const;
export type DecidingParameter = keyof typeof deciding;

/**
 * The first parameter that decides which figures are shown and cannot be read, or is said twice and differently; null
 * where there is none. What stands for nothing that is understood must not be answered with other figures.
 */
export function unreadableOf(search: Iterable<readonly [name: string, value: string]>): DecidingParameter | null {
  const said = [...search];
  const names = Object.keys(deciding) as DecidingParameter[];
  const isRead = (name: DecidingParameter): boolean => {
    const values = new Set(said.filter(([each]) => each === name).map(([, value]) => value));
    return values.size < 2 && [...values].every(deciding[name]);
  };
  return names.find((name) => !isRead(name)) ?? null;
}

/** The one address of what is asked for. */
export function embedPathOf({ kind, election, lang, at, theme, expects }: EmbedRequest): string {
  return `/embed/${kind}?${searchOf({
    election,
    lang,
    at,
    theme: theme === 'ink' ? null : theme,
    expects,
  })}`;
}

const boardPageOf: Record<EmbedKind, BoardPage> = { number: 'now', map: 'now', curve: 'day', ranking: 'regions' };

/** Where the board shows the same, in the same language and of the same time. */
export function boardPathOf({ kind, lang, at }: Pick<EmbedRequest, 'kind' | 'lang' | 'at'>): string {
  return `${pathOfPlace({ page: boardPageOf[kind], area: null })}?${searchOf({ lang, at })}`;
}

function searchOf(values: Readonly<Record<string, string | null>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value).replaceAll('%3A', ':')}`]))
    .join('&');
}

import type { Mode } from '../ids.ts';
import type { EmbedKind, EmbedRequest } from './embed-request.ts';
import { embedPathOf } from './embed-request.ts';
import { markup } from './markup.ts';

/** Pixels that hold an embed of twenty areas in a column 300 to 700 wide; a page that hears the height makes it exact. */
export const embedHeights: Record<EmbedKind, number> = { number: 430, map: 760, curve: 650, ranking: 1150 };

/**
 * The code for an article's page. A live server's never shows a rehearsal: its address says what it expects.
 * @param origin of this server, as readers reach it: `https://example.org`
 * @param title said of the frame to those who do not see it
 */
export function embedSnippetOf(
  wanted: Omit<EmbedRequest, 'expects' | 'election'> & { readonly election: string },
  { origin, title, mode }: { readonly origin: string; readonly title: string; readonly mode: Mode },
): string {
  const { kind, election, lang, at, theme } = wanted;
  const expects = mode === 'live' ? 'live' : null;
  const src = origin + embedPathOf({ kind, election, lang, at, theme, expects });
  const height = embedHeights[kind];
  return markup`<iframe src="${src}" title="${title}" width="100%" height="${height}" loading="lazy" style="border:0" data-yavka></iframe>`
    .html;
}

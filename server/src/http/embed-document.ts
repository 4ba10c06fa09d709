import type { ShownEmbed } from '@yavka/shared/embeds/embed-plate-of';
import type { DecidingParameter, EmbedRequest } from '@yavka/shared/embeds/embed-request';
import { boardPathOf } from '@yavka/shared/embeds/embed-request';
import { embedWords } from '@yavka/shared/embeds/embed-words';
import type { Markup } from '@yavka/shared/embeds/markup';
import { markup } from '@yavka/shared/embeds/markup';
import { languages } from '@yavka/shared/ids';
import { PROTOCOL_VERSION } from '@yavka/shared/protocol/wire';
import { fillWords } from '@yavka/shared/format/fill-words';

import type { EmbedAssets } from './embed-assets.ts';

/** The place of the log that an embed's page was written at. */
export interface EmbedPlace {
  readonly logId: string;
  readonly seq: number;
}

/** The whole page of an embed, its last value in it: nothing has to be run or fetched for it to be read. */
export function embedDocument(
  request: EmbedRequest,
  { html, title, changesAt }: ShownEmbed,
  place: EmbedPlace,
  assets: EmbedAssets,
): string {
  const body = markup`<main id="embed" data-log-id="${place.logId}" data-seq="${place.seq}" data-changes-at="${changesAt}" data-protocol-version="${PROTOCOL_VERSION}">${{ html }}</main>`;
  return pageOf({ lang: request.lang, theme: request.theme, title, assets, body, isAlive: true });
}

/** Why an embed has no figures to show. */
export type EmbedRefusal = 'otherElection' | 'rehearsalOnly' | 'noSuchTime' | 'unreadable';

/**
 * A page without any figure, in three languages: who made the article reads one of them, its readers another.
 * @param unreadable the parameter that is the reason, where one is
 */
export function embedRefusalDocument(
  request: EmbedRequest,
  refusal: EmbedRefusal,
  assets: EmbedAssets,
  unreadable: DecidingParameter | null = null,
): string {
  const told = [request.lang, ...languages.filter((each) => each !== request.lang)].map((lang) => {
    const words = embedWords[lang];
    const said =
      refusal === 'otherElection'
        ? fillWords(words.otherElectionWhy, { name: request.election ?? '' })
        : unreadable && fillWords(words.unreadableWhy, { name: unreadable });
    const why = said === null ? null : markup`<p>${said}</p>`;
    return markup`<section lang="${lang}"><h1>${words[refusal]}</h1>${why}<p><a href="${boardPathOf({ kind: 'number', lang, at: null })}" target="_blank" rel="noopener">${words.board}</a></p></section>`;
  });
  const body = markup`<main id="embed"><article class="plate refusal" data-refusal="${refusal}">${told}</article></main>`;
  const title = embedWords[request.lang][refusal];
  return pageOf({ lang: request.lang, theme: request.theme, title, assets, body, isAlive: false });
}

function pageOf(page: {
  readonly lang: EmbedRequest['lang'];
  readonly theme: EmbedRequest['theme'];
  readonly title: string;
  readonly assets: EmbedAssets;
  readonly body: Markup;
  readonly isAlive: boolean;
}): string {
  const { script, sheets } = page.assets;
  return markup`<!doctype html>
<html lang="${page.lang}" data-surface="embed" data-theme="${page.theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${page.theme === 'ink' ? 'dark' : 'light'}">
<title>${page.title}</title>
${sheets.map((sheet) => markup`<link rel="stylesheet" href="${sheet}">\n`)}${
    script === null || !page.isAlive ? null : markup`<script type="module" src="${script}"></script>\n`
  }</head>
<body>
${page.body}
</body>
</html>`.html;
}

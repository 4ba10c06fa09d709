import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

import type { ShownEmbed } from '@yavka/shared/embeds/embed-plate-of';
import { embedPlateOf } from '@yavka/shared/embeds/embed-plate-of';
import type { EmbedRequest } from '@yavka/shared/embeds/embed-request';
import { embedPathOf, embedRequestOf, unreadableOf } from '@yavka/shared/embeds/embed-request';
import type { InstantMs } from '@yavka/shared/ids';
import type { ElectionState } from '@yavka/shared/log/state';
import type { ResolvedPack } from '@yavka/shared/pack/pack';

import type { Gateway } from '../feed/gateway.ts';
import type { ElectionHost } from '../live/election-host.ts';
import type { EmbedAssets } from './embed-assets.ts';
import type { EmbedRefusal } from './embed-document.ts';
import { embedDocument, embedRefusalDocument } from './embed-document.ts';
import { encodingFor } from './encoding-for.ts';
import type { OpenBody } from './open-body.ts';
import { openBody } from './open-body.ts';
import { isHeld, sendBody, sendNotModified } from './send-body.ts';

/** Pages for other people's articles, answered before the application's layers as what thousands read at once. */
export interface EmbedPages {
  /** Answers the request when it is for an embed; false when it is for the application. */
  answer(request: IncomingMessage, response: ServerResponse, url: string): boolean;
}

/** Pages kept encoded: four kinds in three languages and two themes, and some of earlier hours. */
const kept = 128;

const pageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  // Our own files and nothing else, in whoever's frame: no script in the page, no style in its markup.
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *",
  // So that a page that isolates itself from others may still frame it.
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  // Found as a part of the article that it stands in, and not by itself.
  'X-Robots-Tag': 'noindex, indexifembedded',
  Vary: 'Accept-Encoding',
} as const;

/** Two seconds fresh, a little longer while it is fetched anew, and a whole day where this server answers no more. */
const cacheControl = 'public, max-age=2, stale-while-revalidate=10, stale-if-error=86400';

const refusalStatus: Record<EmbedRefusal, number> = {
  otherElection: 410,
  rehearsalOnly: 404,
  noSuchTime: 404,
  unreadable: 400,
};

/** A page as it was written at one place of the log; the clock leaves it as it is from `since` until `until`. */
interface WrittenPage {
  readonly place: string;
  readonly since: InstantMs;
  readonly until: InstantMs;
  readonly etag: string;
  readonly body: OpenBody;
}

export function embedPages(deps: {
  readonly host: ElectionHost;
  readonly gateway: Pick<Gateway, 'published'>;
  readonly resolved: ResolvedPack;
  readonly assets: EmbedAssets;
}): EmbedPages {
  const { host, gateway, resolved, assets } = deps;
  const pages = new Map<string, WrittenPage>();

  const written = (request: EmbedRequest, state: ElectionState, now: InstantMs): WrittenPage => {
    const shown: ShownEmbed = embedPlateOf(state, resolved, now, request);
    const html = embedDocument(request, shown, state, assets);
    const place = placeOf(state);
    const told = createHash('sha256').update(html).digest('base64url').slice(0, 16);
    return {
      ...{ place, since: now, until: shown.changesAt ?? Number.POSITIVE_INFINITY },
      etag: `"${place}.${told}"`,
      body: openBody(() => html),
    };
  };

  const pageOf = (request: EmbedRequest, state: ElectionState): WrittenPage => {
    const key = embedPathOf(request);
    const now = host.current().clock.reading().at;
    const last = pages.get(key);
    const isGood = last !== undefined && last.place === placeOf(state) && last.since <= now && now < last.until;
    const page = isGood ? last : written(request, state, now);
    pages.delete(key);
    pages.set(key, page);
    for (const old of [...pages.keys()].slice(0, -kept)) pages.delete(old);
    return page;
  };

  const refusalOf = (request: EmbedRequest, state: ElectionState): EmbedRefusal | null => {
    if (request.election !== resolved.pack.id) return 'otherElection';
    if (request.expects === 'live' && state.mode !== 'live') return 'rehearsalOnly';
    return request.at === null || resolved.pack.cutoffs.some(({ id }) => id === request.at) ? null : 'noSuchTime';
  };

  return {
    answer: (incoming, response, url) => {
      if (!url.startsWith('/embed/') || (incoming.method !== 'GET' && incoming.method !== 'HEAD')) return false;
      const [path = '', search = ''] = url.split('?', 2);
      const asked = new URLSearchParams(search);
      const request = embedRequestOf(path, Object.fromEntries(asked));
      if (request === null) return false;
      const unreadable = unreadableOf(asked);
      if (unreadable === null && request.election === null) {
        const location = embedPathOf({ ...request, election: resolved.pack.id });
        response.writeHead(302, { ...pageHeaders, Location: location, 'Cache-Control': cacheControl }).end();
        return true;
      }
      const state = gateway.published().publicState;
      const refusal = unreadable === null ? refusalOf(request, state) : 'unreadable';
      const encoding = encodingFor(incoming);
      if (refusal !== null) {
        const body = openBody(() => embedRefusalDocument(request, refusal, assets, unreadable));
        const headers = { ...pageHeaders, 'Cache-Control': 'public, max-age=2' };
        sendBody(response, headers, encoding, (as) => body.endedBy('\n', as), refusalStatus[refusal]);
        return true;
      }
      const page = pageOf(request, state);
      const headers = { ...pageHeaders, ETag: page.etag, 'Cache-Control': cacheControl };
      if (isHeld(incoming, page.etag)) sendNotModified(response, headers);
      else sendBody(response, headers, encoding, (as) => page.body.endedBy('\n', as));
      return true;
    },
  };
}

function placeOf({ logId, seq }: Pick<ElectionState, 'logId' | 'seq'>): string {
  return `${logId}.${String(seq)}`;
}

import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Audience } from '@yavka/shared/log/audience';
import type { ResolvedPack } from '@yavka/shared/pack/pack';
import type { ElectionClock, Pointer, Scope } from '@yavka/shared/protocol/wire';
import { PROTOCOL_VERSION, scopeSchema } from '@yavka/shared/protocol/wire';

import type { Gateway } from '../feed/gateway.ts';
import { areaOfScope } from '../feed/scope-view.ts';
import type { ElectionHost } from '../live/election-host.ts';
import type { PackGeometry } from '../packs/load-pack.ts';
import type { Encoding } from './encoding-for.ts';
import { encodingFor } from './encoding-for.ts';
import { entryBodies } from './entry-bodies.ts';
import type { OpenBody } from './open-body.ts';
import { openBody } from './open-body.ts';
import { isHeld, sendBody, sendNotModified } from './send-body.ts';
import type { SnapshotBody } from './snapshot-bodies.ts';
import { snapshotBodies } from './snapshot-bodies.ts';

/**
 * What thousands read at the same moment: the snapshot, and what never changes. Answered before the application's
 * layers, which would cost more than the answer; nothing here is written, logged or looked up by token.
 */
export interface PublicReads {
  /** Answers the request when it is one of these; false when it is for the application. */
  answer(request: IncomingMessage, response: ServerResponse, url: string): boolean;
  /** The snapshot for a reader whose right to it has been seen to. */
  sendSnapshot(request: IncomingMessage, response: ServerResponse, audience: Audience, scope: Scope): void;
}

/** Of an answer that is data and never a page: the headers that still matter. */
const dataHeaders = {
  'Content-Type': 'application/json; charset=utf-8',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
} as const;
const ownPagesOnly = { ...dataHeaders, 'Cross-Origin-Resource-Policy': 'same-origin' } as const;
/** For pages elsewhere that show the figures without a socket; there is nothing in it that is not public. */
const anyPage = {
  ...dataHeaders,
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Access-Control-Allow-Origin': '*',
} as const;
/** In the address of what is kept for ever: a server of another protocol writes the same state otherwise. */
const version = `v${String(PROTOCOL_VERSION)}`;
const forEver = 'public, max-age=31536000, immutable';
/** A second, and one more while it is fetched anew: two in all. A day where nobody answers: readers keep what they have. */
const pointerKept = 'public, max-age=1, stale-while-revalidate=1, stale-if-error=86400';

export function publicReads(deps: {
  readonly host: ElectionHost;
  readonly gateway: Pick<Gateway, 'published'>;
  readonly resolved: ResolvedPack;
  readonly geometry: Pick<PackGeometry, 'path' | 'body'> | null;
  readonly elapsed?: () => number;
}): PublicReads {
  const { host, gateway, resolved, geometry, elapsed } = deps;
  const snapshots = snapshotBodies({ host, gateway, pack: resolved.pack, ...(elapsed ? { elapsed } : {}) });
  const ranges = entryBodies({ host, gateway, pack: resolved.pack });
  const areas = new Set<string>(resolved.pack.areas.map(({ id }) => id));

  const electionPath = `/api/v1/elections/${version}/${resolved.packHash}.json`;
  const election = fixedBody(JSON.stringify(withoutDispatches(resolved)));
  const fixed = new Map<string, { readonly body: OpenBody; readonly headers: Readonly<Record<string, string>> }>([
    ['/api/v1/election', { body: election, headers: { ETag: `"${resolved.packHash}"`, 'Cache-Control': 'no-cache' } }],
    [electionPath, { body: election, headers: { ...anyPage, 'Cache-Control': forEver } }],
  ]);
  if (geometry !== null) {
    fixed.set(geometry.path, { body: fixedBody(geometry.body), headers: { 'Cache-Control': forEver } });
  }

  const scopeOf = (asked: string | null): Scope | null => {
    if (asked === null || asked === 'summary') return 'summary';
    const read = scopeSchema.safeParse(asked);
    const area = read.success ? areaOfScope(read.data) : null;
    return read.success && (area === null || areas.has(area)) ? read.data : null;
  };
  const clockNow = (): ElectionClock => host.current().clock.reading();

  const sendSnapshot: PublicReads['sendSnapshot'] = (request, response, audience, scope) => {
    const body = snapshots.now(audience, scope);
    const headers = {
      ...ownPagesOnly,
      ETag: `"${body.place}"`,
      'Cache-Control': cacheControlOf(audience),
      Vary: 'Authorization, Accept-Encoding',
    };
    if (isHeld(request, headers.ETag)) sendNotModified(response, headers);
    else sendBody(response, headers, encodingFor(request), (encoding) => body.as(encoding, clockNow()));
  };

  const sendPointer = (request: IncomingMessage, response: ServerResponse, scope: Scope): void => {
    const { state } = snapshots.now('public', scope);
    const pointer: Pointer = {
      protocolVersion: PROTOCOL_VERSION,
      logId: state.logId,
      seq: state.seq,
      clock: clockNow(),
      snapshot: `/api/v1/snapshots/${version}/${state.logId}/${scope}/${String(state.seq)}.json`,
      election: electionPath,
    };
    const headers = { ...anyPage, 'Cache-Control': pointerKept };
    // Too short for compressing to make it shorter.
    sendBody(response, headers, 'identity', () => Promise.resolve([Buffer.from(JSON.stringify(pointer))]));
  };

  /** What never changes at its address; `bodyAs` is null where it is not found, which nobody is to keep. */
  const sendFixed = (
    request: IncomingMessage,
    response: ServerResponse,
    bodyAs: ((encoding: Encoding) => Promise<readonly Buffer[]>) | null,
  ): void => {
    if (bodyAs === null) {
      // Another server may be a moment behind the one that told of it: to be asked again.
      response.writeHead(404, { ...anyPage, 'Cache-Control': 'no-store' }).end('{"error":"notFound"}');
      return;
    }
    sendBody(response, { ...anyPage, 'Cache-Control': forEver, Vary: 'Accept-Encoding' }, encodingFor(request), bodyAs);
  };
  const placed = (body: SnapshotBody | null): ((encoding: Encoding) => Promise<readonly Buffer[]>) | null => {
    if (body === null) return null;
    // The same bytes from every server and for ever: the clock stands where the last entry was recorded.
    const clock = { at: body.state.recordedAt, rate: 0, running: false };
    return (encoding) => body.as(encoding, clock);
  };

  return {
    sendSnapshot,
    answer: (request, response, url) => {
      const isRead = request.method === 'GET' || request.method === 'HEAD';
      if (!isRead || !url.startsWith('/api/v1/')) return false;
      const [path = '', search = ''] = url.split('?', 2);
      const held = fixed.get(path);
      if (held !== undefined) {
        const headers = { ...ownPagesOnly, ...held.headers, Vary: 'Accept-Encoding' };
        if (isHeld(request, held.headers['ETag'])) sendNotModified(response, headers);
        else sendBody(response, headers, encodingFor(request), (encoding) => held.body.endedBy('\n', encoding));
        return true;
      }
      const isSnapshot = path === '/api/v1/snapshot';
      if (isSnapshot || path === '/api/v1/pointer') {
        const query = new URLSearchParams(search);
        const scope = scopeOf(query.get('scope'));
        // What needs a token or is refused is the application's.
        if (scope === null || (query.get('audience') ?? 'public') !== 'public') return false;
        if (isSnapshot) sendSnapshot(request, response, 'public', scope);
        else sendPointer(request, response, scope);
        return true;
      }
      const [, kind, madeBy, logId, named, first, last] =
        /^\/api\/v1\/(snapshots|entries)\/(v\d+)\/([\w.-]{1,100})\/([\w.:-]{1,80})\/(\d{1,15})(?:-(\d{1,15}))?\.json$/.exec(
          path,
        ) ?? [];
      const isRange = kind === 'entries';
      const scope = named === undefined || isRange !== (last !== undefined) ? null : scopeOf(named);
      if (madeBy !== version || logId === undefined || scope === null) return false;
      if (isRange) {
        const range = ranges.at(scope, logId, Number(first), Number(last));
        sendFixed(request, response, range === null ? null : (encoding) => range.endedBy('\n', encoding));
      } else sendFixed(request, response, placed(snapshots.at(scope, logId, Number(first))));
      return true;
    },
  };
}

/** The words of recorded dispatches reach a reader only as a dispatch that stands: so they can be erased. */
function withoutDispatches({ pack, ...resolved }: ResolvedPack): ResolvedPack {
  const { recordedDay } = pack;
  return { ...resolved, pack: { ...pack, recordedDay: recordedDay && { ...recordedDay, dispatches: [] } } };
}

/** Asked again each time; what is not released yet lies in no cache that others read from. */
export function cacheControlOf(audience: Audience): string {
  return audience === 'desk' ? 'private, no-cache' : 'no-cache';
}

/** A text that never changes; its end is a line's end. */
function fixedBody(text: string): OpenBody {
  return openBody(() => text, 9);
}

import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

import { idSchema } from '@yavka/shared/ids';
import type { Audience } from '@yavka/shared/log/audience';
import { audienceSchema } from '@yavka/shared/log/audience';
import { rejection } from '@yavka/shared/log/rejection';
import type { ElectionState } from '@yavka/shared/log/state';
import type { ResolvedPack } from '@yavka/shared/pack/pack';
import type { Scope, Snapshot } from '@yavka/shared/protocol/wire';
import { PROTOCOL_VERSION, scopeSchema } from '@yavka/shared/protocol/wire';
import type { Request, Response } from 'express';
import { Router } from 'express';

import type { Access } from '../access/access.ts';
import { seesUnreleased } from '../access/access.ts';
import { machineElapsed } from '../clock/election-clock.ts';
import type { Gateway } from '../feed/gateway.ts';
import { scopeStates } from '../feed/scope-states.ts';
import { areaOfScope } from '../feed/scope-view.ts';
import type { ElectionHost } from '../live/election-host.ts';
import type { LogStore } from '../storage/log-store.ts';
import { refuse } from './answer.ts';
import { bearerOf } from './bearer.ts';

const compress = promisify(brotliCompress);
/** A snapshot's clock may be as old as this when it is handed out, milliseconds; the join brings the exact one. */
const clockMayBeOld = 1_000;

export interface ReadDeps {
  readonly host: ElectionHost;
  readonly gateway: Gateway;
  readonly resolved: ResolvedPack;
  readonly geometry: { readonly path: string; readonly body: string; readonly etag: string } | null;
  readonly access: Access;
  readonly store: LogStore;
}

interface Encoded {
  readonly madeAt: number;
  readonly body: Buffer;
  readonly plain: string;
}

/** What anyone may read: the election, the state at a published place, figures with their provenance. */
export function readRoutes(deps: ReadDeps): Router {
  const { host, gateway, resolved, geometry, access, store } = deps;
  const router = Router();
  const encoded = new Map<string, Promise<Encoded>>();

  const electionBody = JSON.stringify(resolved);
  const electionEncoded = compress(electionBody, brotliQuality(9));
  router.get('/election', async (request, response) => {
    response.set({
      ETag: `"${resolved.packHash}"`,
      'Cache-Control': 'no-cache',
      'Content-Type': 'application/json; charset=utf-8',
    });
    if (request.fresh) return void response.status(304).end();
    sendEither(request, response, await electionEncoded, electionBody);
  });

  if (geometry !== null) {
    const body = compress(geometry.body, brotliQuality(9));
    router.get(geometry.path.replace('/api/v1', ''), async (request, response) => {
      response.set({
        'Cache-Control': 'public, max-age=31536000, immutable',
        'Content-Type': 'application/json; charset=utf-8',
      });
      sendEither(request, response, await body, geometry.body);
    });
  }

  /** The audience asked for, or null when the token does not let the reader have it. */
  const audienceOf = async (request: Request): Promise<Audience | null> => {
    const asked = audienceSchema.safeParse(request.query['audience'] ?? 'public');
    if (!asked.success) return null;
    if (asked.data === 'public') return 'public';
    const token = bearerOf(request);
    return token !== null && seesUnreleased(await access.check(token)) ? 'desk' : null;
  };

  const scopes = scopeStates(host, resolved.pack);
  const stateOf = (audience: Audience, scope: Scope): ElectionState => {
    const { publicState, deskState } = gateway.published();
    const whole = audience === 'desk' ? deskState : publicState;
    return scope === 'summary' ? whole : scopes.at(audience, scope, whole.seq);
  };

  const encodeSnapshot = async (audience: Audience, scope: Scope, state: ElectionState): Promise<Encoded> => {
    const clock = host.current().clock.reading();
    const snapshot: Snapshot = { protocolVersion: PROTOCOL_VERSION, audience, scope, clock, state };
    const plain = JSON.stringify(snapshot);
    return { madeAt: machineElapsed(), plain, body: await compress(plain, brotliQuality(5)) };
  };

  router.get('/snapshot', async (request, response) => {
    const scope = scopeSchema.safeParse(request.query['scope'] ?? 'summary');
    const area = scope.success ? areaOfScope(scope.data) : null;
    const isKnown = area === null || resolved.pack.areas.some((known) => known.id === area);
    if (!scope.success || !isKnown) return refuse(response, rejection('unknownTarget', 'scope'));
    const audience = await audienceOf(request);
    if (audience === null) return refuse(response, rejection('notSignedIn'));
    const state = stateOf(audience, scope.data);
    const place = `${state.logId}.${audience}.${scope.data}.${String(state.seq)}`;
    response.set({ ETag: `"${place}"`, 'Cache-Control': 'no-cache', Vary: 'Authorization, Accept-Encoding' });
    response.type('json');
    if (request.fresh) return void response.status(304).end();
    const held = await encoded.get(place);
    if (held === undefined || machineElapsed() - held.madeAt > clockMayBeOld) {
      encoded.delete(place);
      encoded.set(place, encodeSnapshot(audience, scope.data, state));
      for (const old of [...encoded.keys()].slice(0, -16)) encoded.delete(old);
    }
    const { body, plain } = (await encoded.get(place)) ?? (await encodeSnapshot(audience, scope.data, state));
    sendEither(request, response, body, plain);
  });

  /** What the log says now: a script that has just written reads its own writing, no tick of the feed between. */
  const liveState = (audience: Audience): ElectionState => host.current().live.told(audience).state;

  router.get('/figures', async (request, response) => {
    const audience = await audienceOf(request);
    if (audience === null) return refuse(response, rejection('notSignedIn'));
    const { area, cutoff } = request.query;
    const state = liveState(audience);
    const figures = Object.values(state.figures)
      .filter(({ key }) => (area === undefined || key.area === area) && (cutoff === undefined || key.cutoff === cutoff))
      .map((figure) => ({
        ...figure,
        announcements: Object.fromEntries(
          figure.revisions.flatMap(({ announcementId }) => {
            const announcement = announcementId === null ? undefined : state.announcements[announcementId];
            return announcement === undefined ? [] : [[announcement.announcementId, announcement]];
          }),
        ),
      }));
    response.set('Cache-Control', 'no-cache').json({ logId: state.logId, seq: state.seq, mode: state.mode, figures });
  });

  router.get('/dispatches/:dispatchId/text', async (request, response) => {
    const audience = await audienceOf(request);
    if (audience === null) return refuse(response, rejection('notSignedIn'));
    const id = idSchema.safeParse(request.params.dispatchId);
    const dispatch = id.success ? liveState(audience).dispatches[id.data] : undefined;
    const kept = dispatch === undefined || dispatch.erased ? null : await store.getText(dispatch.textRef);
    if (kept === null) return refuse(response, rejection('unknownDispatch', request.params.dispatchId));
    response.set('Cache-Control', 'no-store').json({ text: kept });
  });
  return router;
}

function brotliQuality(quality: number) {
  return { params: { [constants.BROTLI_PARAM_QUALITY]: quality } };
}

/** The body compressed once, to those who take it so. */
function sendEither(request: Request, response: Response, brotli: Buffer, plain: string): void {
  if (request.acceptsEncodings('br') === 'br') response.set('Content-Encoding', 'br').send(brotli);
  else response.send(plain);
}

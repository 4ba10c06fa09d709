import { idSchema } from '@yavka/shared/ids';
import type { Audience } from '@yavka/shared/log/audience';
import { audienceSchema } from '@yavka/shared/log/audience';
import { rejection } from '@yavka/shared/log/rejection';
import type { ElectionState } from '@yavka/shared/log/state';
import type { ResolvedPack } from '@yavka/shared/pack/pack';
import { scopeSchema } from '@yavka/shared/protocol/wire';
import type { Request } from 'express';
import { Router } from 'express';

import type { Access } from '../access/access.ts';
import { seesUnreleased } from '../access/access.ts';
import type { Gateway } from '../feed/gateway.ts';
import { areaOfScope } from '../feed/scope-view.ts';
import type { ElectionHost } from '../live/election-host.ts';
import type { LogStore } from '../storage/log-store.ts';
import { refuse } from './answer.ts';
import { bearerOf } from './bearer.ts';
import { encodingFor } from './encoding-for.ts';
import { keptBodies } from './kept-bodies.ts';
import type { PublicReads } from './public-reads.ts';
import { cacheControlOf, publicReads } from './public-reads.ts';
import { sendKept } from './send-kept.ts';

export interface ReadDeps {
  readonly host: ElectionHost;
  readonly gateway: Gateway;
  readonly resolved: ResolvedPack;
  readonly geometry: { readonly path: string; readonly body: string; readonly etag: string } | null;
  readonly access: Access;
  readonly store: LogStore;
}

/**
 * What anyone may read: the election, the state at a published place, figures with their provenance. `reads` is given
 * where it is also asked before the application.
 */
export function readRoutes(deps: ReadDeps, reads: PublicReads = publicReads(deps)): Router {
  const { host, resolved, access, store } = deps;
  const router = Router();
  const bodies = keptBodies();

  router.use((request, response, next) => {
    if (!reads.answer(request, response, request.originalUrl)) next();
  });

  /** The audience asked for, or null when the token does not let the reader have it. */
  const audienceOf = async (request: Request): Promise<Audience | null> => {
    const asked = audienceSchema.safeParse(request.query['audience'] ?? 'public');
    if (!asked.success) return null;
    if (asked.data === 'public') return 'public';
    const token = bearerOf(request);
    return token !== null && seesUnreleased(await access.check(token)) ? 'desk' : null;
  };

  router.get('/snapshot', async (request, response) => {
    const scope = scopeSchema.safeParse(request.query['scope'] ?? 'summary');
    const area = scope.success ? areaOfScope(scope.data) : null;
    const isKnown = area === null || resolved.pack.areas.some((known) => known.id === area);
    if (!scope.success || !isKnown) return refuse(response, rejection('unknownTarget', 'scope'));
    const audience = await audienceOf(request);
    if (audience === null) return refuse(response, rejection('notSignedIn'));
    reads.sendSnapshot(request, response, audience, scope.data);
  });

  /** What the log says now: a script that has just written reads its own writing, no tick of the feed between. */
  const liveState = (audience: Audience): ElectionState => host.current().live.told(audience).state;

  router.get('/figures', async (request, response) => {
    const audience = await audienceOf(request);
    if (audience === null) return refuse(response, rejection('notSignedIn'));
    const { area, cutoff } = request.query;
    const state = liveState(audience);
    const place = JSON.stringify([state.logId, audience, state.seq, area, cutoff]);
    const body = await bodies.at(place, () => Promise.resolve(figuresBody(state, area, cutoff)));
    await sendKept(response.vary('Authorization, Accept-Encoding').type('json'), body, encodingFor(request), {
      'Cache-Control': cacheControlOf(audience),
    });
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

/** The figures of an area, of a cutoff or of both, each with the announcements that its revisions came by. */
function figuresBody(state: ElectionState, area: unknown, cutoff: unknown): Buffer {
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
  return Buffer.from(JSON.stringify({ logId: state.logId, seq: state.seq, mode: state.mode, figures }));
}

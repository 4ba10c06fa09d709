import { rejection } from '@yavka/shared/log/rejection';
import type { ResolvedPack } from '@yavka/shared/pack/pack';
import { Router } from 'express';
import type { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';

import type { Access } from '../access/access.ts';
import { replaySpeeds } from '../config.ts';
import type { Replay } from '../replay/replay.ts';
import { seekTarget } from '../replay/replay.ts';
import { refuse } from './answer.ts';
import { requireRole } from './bearer.ts';

export const replayActionSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('pause') }),
  z.object({ action: z.literal('resume') }),
  z.object({ action: z.literal('speed'), rate: z.number().min(replaySpeeds.min).max(replaySpeeds.max) }),
  z.object({ action: z.literal('seek'), to: z.string().max(64) }),
]);

/** Driving the replay; there is none in a live day or where nothing replays. */
export function replayRoutes(deps: {
  readonly replay: Replay;
  readonly resolved: ResolvedPack;
  readonly access: Access;
  readonly failures: RateLimiterMemory;
}): Router {
  const { replay, resolved, access, failures } = deps;
  const router = Router();
  router.get('/replay', (_request, response) => {
    response.set('Cache-Control', 'no-store').json(replay.position());
  });
  router.post('/replay', requireRole(access, failures, ['replay', 'admin']), async (request, response) => {
    const read = replayActionSchema.safeParse(request.body);
    if (!read.success) return refuse(response, rejection('invalidCommand', z.prettifyError(read.error)));
    const action = read.data;
    if (action.action === 'pause') await replay.pause();
    if (action.action === 'resume') await replay.resume();
    if (action.action === 'speed') await replay.setRate(action.rate);
    if (action.action === 'seek') {
      const to = seekTarget(resolved, action.to);
      if (to === null) return refuse(response, rejection('unknownMoment', action.to));
      await replay.seek(to);
    }
    response.json(replay.position());
  });
  return router;
}

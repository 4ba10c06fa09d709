import { languages } from '@yavka/shared/ids';
import { rejection } from '@yavka/shared/log/rejection';
import type { ResolvedPack } from '@yavka/shared/pack/pack';
import { Router } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';

import { atomFeedOf } from '../atom/atom-feed-of.ts';
import type { ElectionHost } from '../live/election-host.ts';
import { refuse } from './answer.ts';
import { spend } from './bearer.ts';
import { encodingFor } from './encoding-for.ts';
import { publicFor } from './export-routes.ts';
import { keptBodies } from './kept-bodies.ts';
import { sendKept } from './send-kept.ts';

export const atomQuerySchema = z.object({ lang: z.enum(languages).default('ru').describe('Language of the feed') });
export const atomType = 'application/atom+xml; charset=utf-8';
const pointsInTenSeconds = 120;

export interface AtomDeps {
  readonly host: ElectionHost;
  readonly resolved: ResolvedPack;
  /** Where readers reach the server; null makes the feed's addresses relative to wherever it was read. */
  readonly publicUrl: string | null;
}

/**
 * What was released, for readers of feeds. Its addresses hang on nothing that a reader says of himself: a feed made for
 * one host and kept by a cache would send other readers there.
 */
export function atomRoutes({ host, resolved, publicUrl }: AtomDeps): Router {
  const router = Router();
  const reads = new RateLimiterMemory({ points: pointsInTenSeconds, duration: 10 });
  const bodies = keptBodies();
  router.get('/feed.atom', async (request, response) => {
    const asked = atomQuerySchema.safeParse(request.query);
    if (!asked.success) return refuse(response, rejection('invalidQuery', `lang: ${languages.join(', ')}`));
    if (!(await spend(reads, request.ip ?? ''))) {
      return refuse(response.set('Retry-After', '10'), rejection('tooMany'));
    }
    const told = host.current().live.told('public');
    const language = asked.data.lang;
    const place = `${told.state.logId}.${String(told.state.seq)}.${language}`;
    const make = () => Promise.resolve(Buffer.from(atomFeedOf(told, resolved, { language, origin: publicUrl ?? '' })));
    await sendKept(response, await bodies.at(place, make), encodingFor(request), {
      'Content-Type': atomType,
      ETag: `"${place}"`,
      'Cache-Control': publicFor,
      Vary: 'Accept-Encoding',
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
  });
  return router;
}

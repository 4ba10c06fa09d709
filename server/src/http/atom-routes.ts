import { languages } from '@yavka/shared/ids';
import { rejection } from '@yavka/shared/log/rejection';
import type { ResolvedPack } from '@yavka/shared/pack/pack';
import type { Request } from 'express';
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

export const atomQuerySchema = z.object({ lang: z.enum(languages).default('ru').describe('Language of the feed') });
export const atomType = 'application/atom+xml; charset=utf-8';
const pointsInTenSeconds = 120;

/** What was released, for readers of feeds. */
export function atomRoutes({ host, resolved }: { host: ElectionHost; resolved: ResolvedPack }): Router {
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
    const origin = originOf(request);
    const place = `${told.state.logId}.${String(told.state.seq)}.${language}`;
    response.set({
      'Content-Type': atomType,
      ETag: `"${place}"`,
      'Cache-Control': publicFor,
      Vary: 'Accept-Encoding',
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
    const make = () => Promise.resolve(Buffer.from(atomFeedOf(told, resolved, { language, origin })));
    const encoding = encodingFor(request);
    if (encoding !== 'identity') response.set('Content-Encoding', encoding);
    const body = await bodies.at(`${place} ${origin}`, make);
    response.send(await body.as(encoding));
  });
  return router;
}

/** The server's own address as the reader wrote it; a host that is none makes addresses that are relative. */
function originOf(request: Request): string {
  const host = request.get('host') ?? '';
  return /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i.test(host) ? `${request.protocol}://${host}` : '';
}

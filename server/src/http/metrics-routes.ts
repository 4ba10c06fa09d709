import { Router } from 'express';
import type { RateLimiterMemory } from 'rate-limiter-flexible';

import type { Access } from '../access/access.ts';
import type { Metrics } from '../observe/metrics.ts';
import { requireRole } from './bearer.ts';

/** What is measured, for a token of the role `metrics` or an administrator's: how much is going on is nobody else's. */
export function metricsRoutes(metrics: Metrics, access: Access, failures: RateLimiterMemory): Router {
  const router = Router();
  router.get('/metrics', requireRole(access, failures, ['metrics', 'admin']), async (_request, response) => {
    const text = await metrics.text();
    response.set({ 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' }).send(text);
  });
  return router;
}

import { pipeline } from 'node:stream/promises';

import { rejection } from '@yavka/shared/log/rejection';
import { Router } from 'express';
import type { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';

import type { Access } from '../access/access.ts';
import { roles } from '../access/access.ts';
import { archiveOf } from '../archive/archive-of.ts';
import type { ElectionHost } from '../live/election-host.ts';
import type { LogStore } from '../storage/log-store.ts';
import { StoreUnavailable } from '../storage/store-unavailable.ts';
import { verifyLog } from '../storage/verify-log.ts';
import { refuse } from './answer.ts';
import { requireRole } from './bearer.ts';

export const newTokenSchema = z.object({ role: z.enum(roles), label: z.string().trim().min(1).max(100) });

const page = 500;

/** The whole log, its proof, and tokens: for administrators. */
export function adminRoutes(deps: {
  readonly host: ElectionHost;
  readonly access: Access;
  readonly store: LogStore;
  readonly failures: RateLimiterMemory;
}): Router {
  const { host, access, store, failures } = deps;
  const router = Router();
  const admin = requireRole(access, failures, ['admin']);

  router.get('/log', admin, async (_request, response) => {
    const { logId, live } = host.current();
    const head = live.told('desk').state.seq;
    response.set('Cache-Control', 'no-store').type('application/x-ndjson');
    const pages = async function* () {
      for (let after = 0; after < head; after += page) {
        const entries = await store.read(logId, after, Math.min(page, head - after));
        yield entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
      }
    };
    // As fast as it is read: a long log and a slow reader do not fill the memory.
    await pipeline(pages, response).catch((error: unknown) => {
      // Who hangs up has had enough.
      if (!response.destroyed || error instanceof StoreUnavailable) throw error;
    });
  });

  /** A log as a file that `import` takes; the one in use, or `?log=ID`. */
  router.get('/log/archive', admin, async (request, response) => {
    const wanted = request.query['log'];
    const logId = typeof wanted === 'string' ? wanted : host.current().logId;
    if (!(await store.listLogs()).includes(logId)) return refuse(response, rejection('unknownTarget', logId));
    response.set('Cache-Control', 'no-store').type('application/x-ndjson');
    // Broken off in the middle, it has no last line, and whoever reads it sees that it was cut.
    await pipeline(archiveOf(store, logId), response).catch((error: unknown) => {
      if (!response.destroyed || error instanceof StoreUnavailable) throw error;
    });
  });

  router.get('/log/verification', admin, async (_request, response) => {
    response.json(await verifyLog(store, host.current().logId));
  });

  router.get('/tokens', admin, async (_request, response) => {
    response.json({ tokens: await access.list() });
  });
  router.post('/tokens', admin, async (request, response) => {
    const read = newTokenSchema.safeParse(request.body);
    if (!read.success) return refuse(response, rejection('invalidCommand', z.prettifyError(read.error)));
    response.status(201).json({ token: await access.issue(read.data.role, read.data.label) });
  });
  router.delete('/tokens/:id', admin, async (request, response) => {
    const { id } = request.params;
    if (typeof id !== 'string' || !(await access.revoke(id)))
      return refuse(response, rejection('notAllowed', 'no such token'));
    response.status(204).end();
  });
  return router;
}

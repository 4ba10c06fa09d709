import { PROTOCOL_VERSION } from '@yavka/shared/protocol/wire';
import { Router } from 'express';

/** For load balancers and people: alive, and ready to be asked. */
export function healthRoutes(version: string, isReady: () => boolean): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok', version, protocolVersion: PROTOCOL_VERSION });
  });
  router.get('/readyz', (_request, response) => {
    const ready = isReady();
    response.status(ready ? 200 : 503).json({ ready });
  });
  return router;
}

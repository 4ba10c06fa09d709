import { rejection } from '@yavka/shared/log/rejection';
import { Router } from 'express';

import { refuse } from './answer.ts';

/** Seconds after which a command that came too late is worth sending again: another node, or this one anew, has it then. */
const retryAfterSeconds = 2;

/** While the server ends: no command is taken, whatever is still answered is the last on its connection. */
export function endingRoutes(isEnding: () => boolean): Router {
  const router = Router();
  router.use((_request, response, next) => {
    if (isEnding()) response.set('Connection', 'close');
    next();
  });
  router.post('/api/v1/commands', (_request, response, next) => {
    if (!isEnding()) {
      next();
      return;
    }
    response.set('Retry-After', String(retryAfterSeconds));
    refuse(response, rejection('serverEnding'));
  });
  return router;
}

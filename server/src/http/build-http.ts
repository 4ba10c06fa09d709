import { rejection } from '@yavka/shared/log/rejection';
import type { ErrorRequestHandler, Express } from 'express';
import express from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';

import { StoreUnavailable } from '../storage/store-unavailable.ts';
import { refuse } from './answer.ts';
import { requestLog } from './request-log.ts';
import type { AnsweredCommand } from './watch-commands.ts';
import { watchCommands } from './watch-commands.ts';

/** Bodies of commands and announcements: 64 kB. */
const bodyLimit = 64 * 1024;

/** The frame every route hangs in: security headers, logs without tokens, bodies within their limit. */
export function buildHttp(
  logger: Logger,
  onCommand: (command: AnsweredCommand) => void = () => undefined,
  trustedProxies: readonly string[] = [],
): Express {
  const app = express();
  app.disable('x-powered-by');
  // Who asks is counted by address: behind a proxy that is not believed, everybody would be one.
  app.set('trust proxy', trustedProxies);
  app.use(requestLog(logger));
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          // Charts and the map set sizes as style attributes; scripts are only our own files.
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:'],
          connectSrc: ["'self'"],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'self'"],
        },
      },
      // TLS is the proxy's: a studio's own network may have none.
      strictTransportSecurity: false,
      crossOriginEmbedderPolicy: false,
    }),
  );
  app.post('/api/v1/commands', watchCommands(onCommand));
  app.use(express.json({ limit: bodyLimit }));
  return app;
}

/** The last handlers: an unknown address, and whatever was thrown on the way. */
export function endHttp(app: Express): void {
  app.use('/api', (_request, response) => {
    response.status(404).json({ error: 'notFound' });
  });
  app.use((_request, response) => {
    response.status(404).type('text').send('Not found');
  });
  const failed: ErrorRequestHandler = (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    if (statusOf(error) === 413) return refuse(response, rejection('tooLarge'));
    if (statusOf(error) === 400) return refuse(response, rejection('invalidCommand', 'the body is not JSON'));
    if (statusOf(error) === 404) return void response.status(404).type('text').send('Not found');
    if (statusOf(error) === 415) return refuse(response, rejection('invalidCommand', 'the body must be JSON in UTF-8'));
    if (error instanceof StoreUnavailable) return refuse(response, rejection('storeUnavailable'));
    request.log.error({ err: error }, 'request failed');
    response.status(500).json({ error: 'internal' });
  };
  app.use(failed);
}

function statusOf(error: unknown): number | undefined {
  return typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
    ? error.status
    : undefined;
}

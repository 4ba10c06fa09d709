import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

import { machineNow } from '../clock/election-clock.ts';
import { errorLine } from '../observe/build-logger.ts';
import { noteOf } from './note.ts';

/**
 * One line a request, at level debug (error where the server is at fault), under an id that the answer carries as
 * `X-Request-Id`. It says the route as the server knows it, never the address as it was sent: that may hold anything.
 */
export function requestLog(logger: Logger): RequestHandler {
  // Ids of one start differ from those of any other.
  const start = machineNow().toString(36);
  let count = 0;
  const line = (request: IncomingMessage, response: ServerResponse, told: object): object => ({
    method: request.method,
    route: routeOf(request as Request),
    status: response.statusCode,
    rejected: noteOf(response as Response).rejected,
    ms: 'responseTime' in told ? told.responseTime : undefined,
    // The library's own error for a status of 5xx says nothing more than the status.
    err: (response as { readonly err?: unknown }).err,
  });
  return pinoHttp({
    logger,
    quietReqLogger: true,
    quietResLogger: true,
    genReqId: (_request, response) => {
      const id = `${start}-${String((count += 1))}`;
      response.setHeader('X-Request-Id', id);
      return id;
    },
    customLogLevel: (_request, response, error) =>
      error !== undefined || response.statusCode === 500 ? 'error' : 'debug',
    customSuccessObject: line,
    customErrorObject: (request, response, _error, told) => line(request, response, told as object),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
    wrapSerializers: false,
    serializers: { req: () => undefined, res: () => undefined, err: errorLine },
  }) as RequestHandler;
}

function routeOf({ baseUrl, route }: Request): string {
  const path = (route as { readonly path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? `${baseUrl}${path}` : 'none';
}

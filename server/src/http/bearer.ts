import type { Request, RequestHandler, Response } from 'express';

import { rejection } from '@yavka/shared/log/rejection';
import type { RateLimiterMemory } from 'rate-limiter-flexible';

import type { Access, Grant, Role } from '../access/access.ts';
import { refuse } from './answer.ts';
import { noteOf } from './note.ts';

/** The bearer token of a request; null when there is none. Tokens ride in headers only, never in addresses. */
export function bearerOf(request: Request): string | null {
  return /^Bearer ([\w-]{8,200})$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

export function grantOf(response: Response): Grant {
  return (response.locals as { grant: Grant }).grant;
}

/** Lets a request through only with a token of one of these roles; wrong tokens are counted and slowed down. */
export function requireRole(access: Access, failures: RateLimiterMemory, allowed: readonly Role[]): RequestHandler {
  return async (request, response, next) => {
    const token = bearerOf(request);
    const grant = token === null ? null : await access.check(token);
    if (grant === null) {
      if (token !== null && !(await spend(failures, request.ip ?? ''))) return refuse(response, rejection('tooMany'));
      return refuse(response, rejection('notSignedIn'));
    }
    if (!allowed.includes(grant.role)) return refuse(response, rejection('notAllowed', grant.role));
    noteOf(response).grant = grant;
    next();
  };
}

/** True while `key` has that many points left to spend. */
export async function spend(limiter: RateLimiterMemory, key: string, points = 1): Promise<boolean> {
  return limiter.consume(key, points).then(
    () => true,
    () => false,
  );
}

import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

import type { Encoding } from './encoding-for.ts';

/** Answers with the whole of a body, in one write. */
export function sendBody(
  response: ServerResponse,
  headers: OutgoingHttpHeaders,
  encoding: Encoding,
  bodyAs: (encoding: Encoding) => Promise<readonly Buffer[]>,
  status = 200,
): void {
  bodyAs(encoding).then(
    (pieces) => {
      const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
      response.writeHead(status, {
        ...headers,
        'Content-Length': length,
        ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
      });
      // One write for the head and all pieces.
      response.cork();
      for (const piece of pieces) response.write(piece);
      response.end();
      response.uncork();
    },
    () => {
      const failed = { 'Content-Type': 'application/json; charset=utf-8', 'X-Content-Type-Options': 'nosniff' };
      response.writeHead(500, { ...failed, 'Cache-Control': 'no-store' }).end('{"error":"internal"}');
    },
  );
}

export function sendNotModified(response: ServerResponse, headers: OutgoingHttpHeaders): void {
  response.writeHead(304, headers).end();
}

/** Whether the reader says that it holds the body with this tag (RFC 9110, 13.1.2: compared weakly). */
export function isHeld(request: IncomingMessage, etag: unknown): boolean {
  const asked = request.headers['if-none-match'];
  if (asked === undefined || typeof etag !== 'string') return false;
  return asked === '*' || asked.split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}

import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';

/** How long a connection may take over what it sends, milliseconds. */
export interface Patience {
  /** For the whole head of a request. */
  readonly headMs: number;
  /** For the whole request. Bodies are 64 kB at most. */
  readonly requestMs: number;
  /** Between two requests. Longer than a proxy keeps its connections, or it would send into one that is just closed. */
  readonly idleMs: number;
  /** How often overdue connections are looked for. */
  readonly lookEveryMs: number;
}

const patience: Patience = { headMs: 15_000, requestMs: 30_000, idleMs: 65_000, lookEveryMs: 5_000 };

/** The server's door: who sends a request drop by drop holds nothing open for long. */
export function httpServer(
  listener: RequestListener,
  { headMs, requestMs, idleMs, lookEveryMs }: Patience = patience,
): Server {
  return createServer(
    {
      headersTimeout: headMs,
      requestTimeout: requestMs,
      keepAliveTimeout: idleMs,
      connectionsCheckingInterval: lookEveryMs,
    },
    listener,
  );
}

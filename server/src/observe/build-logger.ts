import type { DestinationStream, Logger } from 'pino';
import { pino } from 'pino';

/**
 * The server's log: one JSON object a line. What is written says what happened and never what it says: no announcement's
 * words, no figures, no tokens. Errors are told by kind, message, code and stack alone, since libraries hang the row or
 * the body at fault on theirs.
 */
export function buildLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: errorLine },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

interface ErrorLine {
  readonly type: string;
  readonly message: string;
  readonly code?: unknown;
  readonly stack?: string;
  readonly cause?: ErrorLine;
}

/** An error as it is logged. The stack is given without its first lines, which only repeat the message. */
export function errorLine(error: unknown): ErrorLine {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an error' };
  // A body that is no JSON is quoted by the message of the one that could not read it.
  const message = error instanceof SyntaxError ? 'could not be read' : error.message;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message,
    ...('code' in error ? { code: error.code } : {}),
    ...(frames.length === 0 ? {} : { stack: frames.join('\n') }),
    ...(error.cause === undefined ? {} : { cause: errorLine(error.cause) }),
  };
}

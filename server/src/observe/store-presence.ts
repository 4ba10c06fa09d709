import type { Logger } from 'pino';

/** Whether the store answers, with one line when it goes away and one when it is back, however often it is asked. */
export interface StorePresence {
  failed(error: unknown): void;
  answered(): void;
  isAway(): boolean;
}

export function storePresence(logger: Logger, elapsed: () => number): StorePresence {
  let awaySince: number | null = null;
  return {
    failed: (error) => {
      if (awaySince === null) logger.error({ err: error }, 'the store is away');
      awaySince ??= elapsed();
    },
    answered: () => {
      if (awaySince === null) return;
      logger.warn({ awayMs: Math.round(elapsed() - awaySince) }, 'the store is back');
      awaySince = null;
    },
    isAway: () => awaySince !== null,
  };
}

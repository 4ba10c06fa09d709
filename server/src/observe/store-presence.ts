import type { Logger } from 'pino';

/** The world of a presence, given so that tests can be it. */
export interface PresenceWorld {
  /** Elapsed milliseconds. */
  elapsed(): number;
  after(ms: number, run: () => void): void;
  /** Writes something to the store that changes nothing; rejects where it cannot. */
  tryWriting(): Promise<unknown>;
}

/**
 * Whether the store takes what it is given: one line when it no longer does and one when it does again, however often it
 * is asked meanwhile. A full disk still answers readers, so only a write shows that it is back; while it is away one is
 * tried from time to time, for the hours in which nobody enters anything.
 */
export interface StorePresence {
  failed(error: unknown): void;
  wrote(): void;
  isAway(): boolean;
}

const tryEveryMs = 2_000;

export function storePresence(logger: Logger, world: PresenceWorld): StorePresence {
  let awaySince: number | null = null;
  const tryAgain = (): void => {
    world.after(tryEveryMs, () => {
      if (awaySince === null) return;
      world.tryWriting().then(wrote, tryAgain);
    });
  };
  const wrote = (): void => {
    if (awaySince === null) return;
    logger.warn({ awayMs: Math.round(world.elapsed() - awaySince) }, 'the store is back');
    awaySince = null;
  };
  return {
    failed: (error) => {
      if (awaySince !== null) return;
      awaySince = world.elapsed();
      logger.error({ err: error }, 'the store is away');
      tryAgain();
    },
    wrote,
    isAway: () => awaySince !== null,
  };
}

import { z } from 'zod';

import type { ReplayClock, ReplayPlace } from '../clock/replay-clock.ts';
import { replaySpeeds } from '../config.ts';
import type { LogStore } from '../storage/log-store.ts';
import { replayPositionKey } from './replay-position-key.ts';

/** How often another node's change is written over before this one gives up: people do not press that fast. */
const triesLimit = 20;

/** The latest and, below zero, the earliest instant that there is, milliseconds. */
const lastInstant = 8_640_000_000_000_000;

const placeSchema = z.object({
  at: z.number().min(-lastInstant).max(lastInstant),
  rate: z.number().min(replaySpeeds.min).max(replaySpeeds.max),
  running: z.boolean(),
  /** The store's time; missing in places kept before several nodes could share one. */
  since: z.number().default(0),
});

/** A log's place in its replay as the store has it, or null when it has none that can be read. */
export async function readPlace(store: Pick<LogStore, 'getMeta'>, logId: string): Promise<ReplayPlace | null> {
  return placeOf(await store.getMeta(replayPositionKey(logId)));
}

/** Keeps a place whatever the store had: for a log that is new, or that nobody plays any more. */
export async function putPlace(store: Pick<LogStore, 'putMeta'>, logId: string, place: ReplayPlace): Promise<void> {
  await store.putMeta(replayPositionKey(logId), JSON.stringify(place));
}

/** One log's replay clock, kept in the store so that every node over it goes by the same one and a restart goes on. */
export interface SharedPlace {
  /** Keeps what the clock shows, after `change` has been made to it; what another node changed meanwhile is not lost. */
  keep(change?: () => void): Promise<void>;
  /** Takes up what another node has kept. True when it was another rate, or a pause, or its end. */
  look(): Promise<boolean>;
}

/** @param clock counts by the store's time, as those of the other nodes */
export function sharedPlace(
  store: Pick<LogStore, 'getMeta' | 'swapMeta'>,
  logId: string,
  clock: ReplayClock,
): SharedPlace {
  const key = replayPositionKey(logId);
  /** What the store had when this node last looked; undefined when that is not known. */
  let seen: string | null | undefined;
  /** Made to the clock and not yet kept: made again where another node's place was taken up meanwhile. */
  const pending = new Set<() => void>();
  let turn: Promise<unknown> = Promise.resolve();
  /** One after another: a look must not take up what a change of our own is about to replace. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };
  const takeUp = (raw: string | null): boolean => {
    const before = clock.reading();
    seen = raw;
    const place = placeOf(raw);
    if (place === null) return false;
    clock.takeUp(place);
    return place.rate !== before.rate || place.running !== before.running;
  };

  return {
    keep: (change = () => undefined) => {
      // At once here: whoever asks next gets the answer.
      change();
      const own = (): void => {
        change();
      };
      pending.add(own);
      return inTurn(async () => {
        try {
          for (let tries = 0; tries < triesLimit; tries += 1) {
            if (seen !== undefined) {
              const next = JSON.stringify(clock.place());
              if (await store.swapMeta(key, seen, next)) {
                seen = next;
                return;
              }
            }
            const { at } = clock.reading();
            takeUp(await store.getMeta(key));
            clock.advanceTo(at);
            for (const made of pending) made();
          }
          throw new Error(`the place of the replay of ${logId} does not stand still`);
        } catch (error) {
          // What the store has holds for all: the next look takes it up.
          seen = undefined;
          throw error;
        } finally {
          pending.delete(own);
        }
      });
    },
    look: () =>
      inTurn(async () => {
        const raw = await store.getMeta(key);
        return raw !== seen && takeUp(raw);
      }),
  };
}

/** A place as it is kept, or null when this is none. */
export function placeOf(raw: string | null): ReplayPlace | null {
  if (raw === null) return null;
  try {
    return placeSchema.parse(JSON.parse(raw));
  } catch {
    return null;
  }
}

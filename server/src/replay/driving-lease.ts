import { z } from 'zod';

import { machineElapsed } from '../clock/election-clock.ts';
import type { LogStore } from '../storage/log-store.ts';

/** How long a node has the replay without renewing, and how often it renews or looks, milliseconds. */
export const leaseMs = 5_000;
const renewEveryMs = 1_000;
/** A lease that ended longer ago than this had no other node waiting for it, milliseconds. */
const desertedAfterMs = 10_000;
const leaseKey = 'replay:driven-by';

const leaseSchema = z.object({
  holder: z.string(),
  until: z.number(),
  /** What its holder plays; missing where an older program holds it. */
  packHash: z.string().optional(),
});

/**
 * Which of the nodes over one store drives the replay: the one that holds a lease kept there. It is renewed every second;
 * when its holder dies or is cut off from the store, another node has it within six.
 */
export interface DrivingLease {
  /** Whether this node may drive: it has renewed in time, whatever has become of the store since. */
  isMine(): boolean;
  /** Takes or renews it if nobody else has it. False when another node has it. @throws what the store throws */
  take(): Promise<boolean>;
  /** The hash of the pack that the other node plays which has the lease; null when that is not known, or none has it. */
  otherPack(): string | null;
  /** Whether, when the lease was first looked at, no node had been driving or waiting to. */
  wasDeserted(): boolean;
  /** Renews, or tries to take, from now on, and tells when this node comes to drive. */
  keep(onTaken: () => void): void;
  /** Gives it up, so that another node need not wait for its end. */
  release(): Promise<void>;
}

/** The lease of a store that nobody else can have: always this node's. */
export const ownLease: DrivingLease = {
  isMine: () => true,
  take: () => Promise.resolve(true),
  otherPack: () => null,
  wasDeserted: () => true,
  keep: () => undefined,
  release: () => Promise.resolve(),
};

/**
 * @param node this node's name, its own among all that share the store
 * @param now the store's time, in which nodes agree
 */
export function drivingLease(deps: {
  readonly store: Pick<LogStore, 'getMeta' | 'swapMeta'>;
  readonly node: string;
  /** Of the pack that this node plays. */
  readonly packHash: string;
  readonly now: () => number;
  readonly elapsed?: () => number;
}): DrivingLease {
  const { store, node, packHash, now, elapsed = machineElapsed } = deps;
  let mineUntil = -Infinity;
  let deserted: boolean | null = null;
  let otherPack: string | null = null;
  let ended = false;
  let timer: NodeJS.Timeout | undefined;

  const isMine = (): boolean => elapsed() < mineUntil;
  const take = async (): Promise<boolean> => {
    const asked = elapsed();
    const raw = await store.getMeta(leaseKey);
    const held = raw === null ? null : leaseSchema.parse(JSON.parse(raw));
    const at = now();
    deserted ??= held === null || at > held.until + desertedAfterMs;
    if (held !== null && held.holder !== node && at < held.until) {
      mineUntil = -Infinity;
      otherPack = held.packHash ?? null;
      return false;
    }
    otherPack = null;
    const taken = await store.swapMeta(leaseKey, raw, JSON.stringify({ holder: node, until: at + leaseMs, packHash }));
    // Counted from before the question: this node never believes in it longer than the others do.
    mineUntil = taken && !ended ? asked + leaseMs : -Infinity;
    return isMine();
  };
  return {
    isMine,
    take,
    otherPack: () => otherPack,
    wasDeserted: () => deserted ?? true,
    keep: (onTaken) => {
      const look = async (): Promise<void> => {
        const before = isMine();
        const taken = await take().catch(() => false);
        if (taken && !before) onTaken();
        if (!ended) timer = setTimeout(() => void look(), renewEveryMs);
      };
      timer = setTimeout(() => void look(), renewEveryMs);
    },
    release: async () => {
      ended = true;
      clearTimeout(timer);
      if (!isMine()) return;
      mineUntil = -Infinity;
      const raw = await store.getMeta(leaseKey);
      if (raw === null || leaseSchema.parse(JSON.parse(raw)).holder !== node) return;
      await store.swapMeta(leaseKey, raw, JSON.stringify({ holder: node, until: now() }));
    },
  };
}

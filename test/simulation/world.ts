import { access } from '@yavka/server/access/access';
import { MemoryLogStore } from '@yavka/server/storage/memory-log-store';
import type { Entry } from '@yavka/shared/log/entry';
import { entryVersion } from '@yavka/shared/log/entry';
import type { ResolvedPack } from '@yavka/shared/pack/pack';

import type { Weather } from './line.ts';
import { fairWeather } from './line.ts';
import type { MarkerPool } from './marker-pool.ts';
import { markerPool } from './marker-pool.ts';
import type { StoreMood } from './node-store.ts';
import { calmStore, nodeStore } from './node-store.ts';
import type { SentBytes } from './public-bytes.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { ServerNode } from './server-node.ts';
import { startNode } from './server-node.ts';
import { Tally } from './tally.ts';
import type { VirtualTime } from './virtual-time.ts';

/** Everything that the parts of one run share: time, chance, the store, the nodes, and what was sent to the public. */
export interface World {
  readonly random: SeededRandom;
  readonly time: VirtualTime;
  readonly resolved: ResolvedPack;
  readonly store: MemoryLogStore;
  readonly markers: MarkerPool;
  readonly tally: Tally;
  readonly nodes: Map<string, ServerNode>;
  readonly sentToPublic: SentBytes[];
  weather: Weather;
  mood: StoreMood;
  /** A token that may write and read everything. */
  newToken(): Promise<string>;
  openLog(logId: string, inUse: boolean): Promise<void>;
  startNode(name: string): Promise<void>;
  /** A node that runs, or null when none does. */
  anyNode(): ServerNode | null;
  /** A seeded wait, as long as a packet takes. */
  way(): Promise<void>;
  wholeLog(logId: string): Promise<Entry[]>;
}

export async function openWorld(random: SeededRandom, time: VirtualTime, resolved: ResolvedPack): Promise<World> {
  const store = new MemoryLogStore();
  const tally = new Tally();
  const nodes = new Map<string, ServerNode>();
  const grants = access(store.tokens, time.now);
  const world: World = {
    random,
    time,
    resolved,
    store,
    markers: markerPool(random.fork(), JSON.stringify(resolved)),
    tally,
    nodes,
    sentToPublic: [],
    weather: fairWeather,
    mood: calmStore,
    newToken: async () => grants.issue('operator', 'desk'),
    openLog: async (logId, inUse) => {
      const payload = {
        type: 'log.opened' as const,
        logId,
        electionId: resolved.pack.id,
        packHash: resolved.packHash,
        mode: 'rehearsal' as const,
      };
      const actor = { role: 'system' as const, id: 'server' };
      const draft = {
        v: entryVersion,
        entryId: `opening-${logId}`,
        commandId: `open-${logId}`,
        actor,
        payload,
      } as const;
      await store.openLog(logId, [draft], time.now(), { inUse });
    },
    startNode: async (name) => {
      const reached = nodeStore(store, random.fork(), () => world.mood, {
        failed: () => {
          tally.add('store failures');
        },
        headMoved: () => {
          tally.add('head moved');
        },
      });
      nodes.set(name, await startNode({ resolved, nodeStore: reached, now: time.now }));
    },
    anyNode: () => (nodes.size === 0 ? null : random.pick([...nodes.values()])),
    way: async () =>
      new Promise((resolve) => {
        setTimeout(resolve, random.int(1, world.weather.slowest));
      }),
    wholeLog: async (logId) => store.read(logId, 0, Number.MAX_SAFE_INTEGER),
  };
  return world;
}

import { access } from '@yavka/server/access/access';
import { MemoryLogStore } from '@yavka/server/storage/memory-log-store';
import type { Entry } from '@yavka/shared/log/entry';
import { entryVersion } from '@yavka/shared/log/entry';
import type { ResolvedPack } from '@yavka/shared/pack/pack';

import type { Weather } from './line.ts';
import { fairWeather } from './line.ts';
import type { MarkerPool } from './marker-pool.ts';
import { markerPool } from './marker-pool.ts';
import { nodeClock } from './node-clock.ts';
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
  /** Answers that came as something else than they said. */
  readonly unreadable: string[];
  /** What was sent to a socket whose token had been taken back. */
  readonly sentToRevoked: string[];
  weather: Weather;
  mood: StoreMood;
  /** A token that may write and read everything. */
  newToken(): Promise<string>;
  openLog(logId: string, inUse: boolean): Promise<void>;
  startNode(name: string): Promise<void>;
  /** Takes a token back at one node. */
  revoke(token: string, node: ServerNode): Promise<void>;
  /** Something of the log goes from a node to a socket that joined with a token. */
  sendsTo(token: string, node: ServerNode, packet: string): void;
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
  const revokedAt = new Map<string, ServerNode>();
  const world: World = {
    random,
    time,
    resolved,
    store,
    markers: markerPool(random.fork(), JSON.stringify(resolved)),
    tally,
    nodes,
    sentToPublic: [],
    unreadable: [],
    sentToRevoked: [],
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
      const isWrong = random.chance(0.4);
      if (isWrong) tally.add('nodes with another time');
      const machine = nodeClock(time.now, random.fork(), isWrong);
      nodes.set(name, await startNode({ resolved, nodeStore: reached, machine }));
    },
    revoke: async (token, node) => {
      // A node that is cut off from the store, or dies meanwhile, revokes nothing and says so.
      const isDone = await node.revoke(token).catch(() => false);
      if (!isDone) return;
      tally.add('tokens revoked');
      revokedAt.set(token, node);
    },
    sendsTo: (token, node, packet) => {
      if (revokedAt.get(token) === node) world.sentToRevoked.push(packet);
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

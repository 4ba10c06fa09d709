import { randomUUID } from 'node:crypto';

import { buildParser } from '@yavka/shared/announcement/build-parser';
import type { ParsedAnnouncement } from '@yavka/shared/announcement/parsed';
import type { ResolvedPack } from '@yavka/shared/pack/pack';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { machineNow } from '../clock/election-clock.ts';
import { BadSetting } from '../config.ts';
import { electionHost } from '../live/election-host.ts';
import type { ElectionHost } from '../live/election-host.ts';
import { openSession } from '../live/election-session.ts';
import { followLogInUse } from '../live/follow-log-in-use.ts';
import { loadPack } from '../packs/load-pack.ts';
import type { LogStore } from '../storage/log-store.ts';
import { MemoryLogStore } from '../storage/memory-log-store.ts';
import { StoreUnavailable } from '../storage/store-unavailable.ts';
import type { Replay, ReplayDeps } from './replay.ts';
import { prepareReplay, seekTarget } from './replay.ts';

let resolved: ResolvedPack;
let parse: (text: string) => ParsedAnnouncement;
beforeAll(async () => {
  ({ resolved } = await loadPack('test-two-zones'));
  parse = buildParser(resolved.pack);
});
beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** The store as one node has it: cut off, every call fails. */
function cable(store: LogStore): { readonly store: LogStore; cut(): void } {
  let isCut = false;
  const through = new Proxy(store, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown =>
        isCut && name !== 'follow'
          ? Promise.reject(new StoreUnavailable('cut'))
          : (value as (...args: unknown[]) => unknown).apply(target, args);
    },
  });
  return { store: through, cut: () => (isCut = true) };
}

/** One node of a rehearsal over a store that others share, and what it takes to see what it does. */
async function nodeOn(shared: LogStore, at: string | null = null) {
  const { store, cut } = cable(shared);
  const stopped: unknown[] = [];
  let submitted = 0;
  const open: ReplayDeps['reopenLog'] = async (logId, clock) => {
    const { seq } = await store.headOf(logId);
    const session = await openSession({
      ...{ logId, headSeq: seq, store, resolved, parse, clock },
      onStoreError: () => undefined,
    });
    const counted: typeof session.queue.submit = (...asked) => {
      submitted += 1;
      return session.queue.submit(...asked);
    };
    return { ...session, queue: { ...session.queue, submit: counted } };
  };
  const prepared = await prepareReplay({
    ...{ store, resolved, mayResume: true, sharedTime: machineNow, reopenLog: open },
    settings: { enabled: true, at, speed: 60 },
    openLog: async (logId, clock, now) => {
      const { id: electionId } = resolved.pack;
      const opened = { type: 'log.opened', logId, electionId, packHash: resolved.packHash, mode: 'rehearsal' } as const;
      const actor = { role: 'system', id: 'test' } as const;
      const draft = { v: 1, entryId: randomUUID(), commandId: `open:${logId}`, actor, payload: opened } as const;
      await store.openLog(logId, [draft], now, { inUse: false });
      return open(logId, clock);
    },
    onStopped: (reason) => stopped.push(reason),
  });
  const host = electionHost(prepared.session);
  const replay = prepared.begin(host, () => undefined);
  let hint = (): void => undefined;
  followLogInUse({
    ...{ host, store, open: (head) => replay.follow(head), onError: () => undefined },
    onLogInUseChanged: (listener) => {
      hint = listener;
      return () => undefined;
    },
  });
  return { host, replay, stopped, cut, hint: () => hint(), submitted: () => submitted };
}

type Node = Awaited<ReturnType<typeof nodeOn>>;
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const clocks = (...nodes: readonly { readonly replay: Replay }[]) => nodes.map(({ replay }) => replay.position());
const seqOf = (host: ElectionHost): number => host.current().live.told('desk').state.seq;

/** The commands of a log, each as often as it stands there as another one's neighbour. */
async function commandsOf(store: LogStore, logId: string): Promise<string[]> {
  const entries = await store.read(logId, 0, 10_000);
  return entries.map(({ commandId }) => commandId).filter((id, index, all) => id !== all[index - 1]);
}

async function ended(...nodes: readonly Node[]): Promise<void> {
  for (const { replay } of nodes) await replay.stop();
}

describe('a rehearsal on several nodes over one store', () => {
  it('[PLAY-11] is played by one node; the others show the same log by the same clock', async () => {
    const store = new MemoryLogStore();
    const first = await nodeOn(store);
    const second = await nodeOn(store, '18:00');
    expect(second.host.current().logId).toBe(first.host.current().logId);
    const before = first.submitted();
    for (let minute = 0; minute < 10; minute += 1) {
      await pass(60_000);
      const [one, other] = clocks(first, second);
      expect(one).toEqual(other);
      expect(seqOf(second.host)).toBe(seqOf(first.host));
    }
    expect(seqOf(first.host)).toBeGreaterThan(5);
    expect(first.submitted()).toBeGreaterThan(before);
    expect(second.submitted()).toBe(0);
    expect([...first.stopped, ...second.stopped]).toEqual([]);
    await ended(first, second);
  });

  it('[PLAY-14] is not waited for by a server of another pack, which says so and leaves it as it is', async () => {
    const store = new MemoryLogStore();
    const node = await nodeOn(store);
    const { logId } = node.host.current();
    const nothingIsOpened = () => Promise.reject(new Error('nothing is to be opened'));
    const start = prepareReplay({
      ...{ store, resolved: { ...resolved, packHash: 'another' }, mayResume: false, sharedTime: machineNow },
      ...{ settings: { enabled: true, at: null, speed: 60 }, openLog: nothingIsOpened, reopenLog: nothingIsOpened },
      onStopped: () => undefined,
    });
    const told = start.then(
      () => 'it started',
      (error: unknown) => error,
    );
    await pass(60_000);
    expect(await told).toBeInstanceOf(BadSetting);
    expect((await store.currentLog())?.logId).toBe(logId);
    await ended(node);
  });

  it('[PLAY-12] is paused, resumed and given another speed on any node, and all show it', async () => {
    const store = new MemoryLogStore();
    const [first, second] = [await nodeOn(store), await nodeOn(store)];
    await second.replay.pause();
    await pass(500);
    expect(clocks(first, second).map(({ running }) => running)).toEqual([false, false]);
    await Promise.all([first.replay.setRate(100), second.replay.resume()]);
    await pass(1_000);
    const [one, other] = clocks(first, second);
    expect(one).toMatchObject({ running: true, rate: 100 });
    expect(one).toEqual(other);
    await ended(first, second);
  });

  it('[PLAY-12] is sought on a node that does not play, and goes on in the new log on all', async () => {
    const store = new MemoryLogStore();
    const [first, second] = [await nodeOn(store), await nodeOn(store)];
    const to = seekTarget(resolved, '18:00') ?? 0;
    await second.replay.seek(to);
    first.hint();
    await pass(300);
    const { logId } = second.host.current();
    expect(first.host.current().logId).toBe(logId);
    expect((await store.currentLog())?.logId).toBe(logId);
    expect(clocks(first)).toEqual(clocks(second));
    await pass(600_000);
    expect(seqOf(first.host)).toBe(seqOf(second.host));
    const commands = await commandsOf(store, logId);
    expect(new Set(commands).size).toBe(commands.length);
    expect(commands.some((id) => id.includes('final'))).toBe(true);
    await ended(first, second);
  });

  it('[PLAY-13] goes on on another node where it was when the one that plays dies, every step once', async () => {
    const store = new MemoryLogStore();
    const alone = new MemoryLogStore();
    const [first, second, unharmed] = [await nodeOn(store), await nodeOn(store), await nodeOn(alone)];
    const { logId } = first.host.current();
    await pass(20_000);
    first.cut();
    await pass(6_500);
    expect(second.submitted()).toBeGreaterThan(0);
    await pass(800_000);
    expect(clocks(second)).toEqual(clocks(unharmed));
    const [commands, whole] = [await commandsOf(store, logId), await commandsOf(alone, unharmed.host.current().logId)];
    const stepOf = (id: string): string => id.split(':').slice(2).join(':');
    expect(commands.map(stepOf)).toEqual(whole.map(stepOf));
    expect(second.host.current().logId).toBe(logId);
    expect(second.stopped).toEqual([]);
    await ended(second, unharmed);
  });

  it('[PLAY-13] goes on at once when the one that plays ends in order, and from where it was after all have ended', async () => {
    const store = new MemoryLogStore();
    const [first, second] = [await nodeOn(store), await nodeOn(store)];
    await pass(5_000);
    await first.replay.stop();
    await pass(1_100);
    expect(second.submitted()).toBeGreaterThan(0);
    await pass(10_000);
    const [left] = clocks(second);
    await second.replay.stop();
    await pass(3_600_000);
    const again = await nodeOn(store);
    expect(again.host.current().logId).toBe(second.host.current().logId);
    expect(again.replay.position().at).toBe(left?.at);
    await ended(again);
  });
});

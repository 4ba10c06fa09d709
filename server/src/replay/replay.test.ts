import { randomUUID } from 'node:crypto';

import { buildParser } from '@yavka/shared/announcement/build-parser';
import { figureIdOf } from '@yavka/shared/figures/figure';
import type { ElectionState } from '@yavka/shared/log/state';
import { describe, expect, it } from 'vitest';

import { electionHost } from '../live/election-host.ts';
import { openSession } from '../live/election-session.ts';
import { loadPack } from '../packs/load-pack.ts';
import { MemoryLogStore } from '../storage/memory-log-store.ts';
import type { ReplayDeps } from './replay.ts';
import { prepareReplay, seekTarget, standInstant } from './replay.ts';

const packs = ['kz-2022-11-20-president', 'test-two-zones'] as const;

/** A replay over a store in memory, standing at `at`; `parse` may be taken out. */
async function replayOf(
  packId: string,
  at: string | null,
  changed: Partial<ReplayDeps> & { parse?: (text: string) => never } = {},
) {
  const resolved = changed.resolved ?? (await loadPack(packId)).resolved;
  const store = changed.store ?? new MemoryLogStore();
  const parse = changed.parse ?? buildParser(resolved.pack);
  const stopped: Error[] = [];
  const open: ReplayDeps['reopenLog'] = async (logId, clock) =>
    openSession({
      logId,
      headSeq: (await store.headOf(logId)).seq,
      store,
      resolved,
      parse,
      clock,
      onStoreError: (error) => stopped.push(error as Error),
    });
  const deps: ReplayDeps = {
    store,
    resolved,
    settings: { enabled: true, at, speed: 60 },
    mayResume: true,
    openLog: async (logId, clock, now) => {
      const payload = {
        type: 'log.opened' as const,
        logId,
        electionId: resolved.pack.id,
        packHash: resolved.packHash,
        mode: 'rehearsal' as const,
      };
      const draft = {
        v: 1 as const,
        entryId: randomUUID(),
        commandId: `open:${logId}`,
        actor: { role: 'system' as const, id: 'test' },
        payload,
      };
      await store.openLog(logId, [draft], now, { inUse: false });
      return open(logId, clock);
    },
    reopenLog: open,
    onStopped: (reason) => stopped.push(reason),
    ...changed,
  };
  return { resolved, store, stopped, prepared: await prepareReplay(deps) };
}

/** What the state has of every figure that the day's announcements gave, as `area cutoff: value`. */
function shown(state: ElectionState, source: string, cutoff: string, area: string) {
  const figure = state.figures[figureIdOf({ source, measure: 'ballots-issued', cutoff, area })];
  const standing = figure?.revisions.findLast((revision) => revision.releasedAt !== null);
  return { turnout: standing?.turnout ?? null, ballots: standing?.ballots ?? null, status: standing?.status };
}

describe.each(packs)('the recorded day of %s', (packId) => {
  it('[PLAY-4] replays to its end with every figure equal to the archive', async () => {
    const { prepared, resolved } = await replayOf(packId, null);
    const { pack } = resolved;
    const host = electionHost(prepared.session);
    const replay = prepared.begin(host, () => undefined);
    await replay.seek(replay.position().end);
    await replay.stop();
    const state = host.current().live.told('public').state;
    // The last word of each area and cutoff in the archive is what must stand.
    const archive = new Map<string, () => void>();
    for (const { cutoff, status, national, areas } of pack.recordedDay?.announcements ?? []) {
      const { turnout, ballots } = national;
      archive.set(`${cutoff} ${pack.root}`, () => {
        expect(shown(state, pack.commission.id, cutoff, pack.root), `${cutoff} ${pack.root}`).toEqual({
          turnout,
          ballots,
          status,
        });
      });
      for (const each of areas) {
        archive.set(`${cutoff} ${each.area}`, () => {
          expect(shown(state, pack.commission.id, cutoff, each.area), `${cutoff} ${each.area}`).toMatchObject({
            turnout: each.turnout,
          });
        });
      }
    }
    for (const compare of archive.values()) compare();
    expect(Object.keys(state.figures)).toHaveLength(archive.size);
    expect(archive.size).toBeGreaterThan(5);
  });

  it('[PLAY-1] stops aloud when the parser is taken out', async () => {
    const nothing = (): never =>
      ({
        language: null,
        asOf: null,
        asOfSnippet: null,
        cutoff: null,
        status: null,
        figures: [],
        leftAlone: [],
      }) as never;
    await expect(replayOf(packId, '22:00', { parse: nothing })).rejects.toThrow(/nothingFound/);
  });

  it('[PLAY-1] is refused at the first stop that the recorded day gives no answer to', async () => {
    const { resolved } = await loadPack(packId);
    const { pack } = resolved;
    const announcements = pack.recordedDay?.announcements.map((recorded) => ({ ...recorded, overrides: [] })) ?? [];
    const silent = { ...pack, recordedDay: { start: pack.recordedDay?.start ?? '', announcements } };
    await expect(replayOf(packId, '22:00', { resolved: { ...resolved, pack: silent } })).rejects.toThrow(
      /stopped. [MC]/,
    );
  });
});

describe('driving the replay', () => {
  it('[PLAY-2] builds a new rehearsal log for a seek, swaps it in and keeps the old one', async () => {
    const { prepared, store, resolved } = await replayOf('test-two-zones', '12:00');
    const host = electionHost(prepared.session);
    const before = host.current().logId;
    const replay = prepared.begin(host, () => undefined);
    const to = seekTarget(resolved, 'final');
    await replay.seek(to ?? 0);
    expect(host.current().logId).not.toBe(before);
    expect(await store.listLogs()).toEqual(expect.arrayContaining([before, host.current().logId]));
    expect((await store.currentLog())?.logId).toBe(host.current().logId);
    await replay.seek(standInstant(resolved, '12:00') + 60_000);
    await replay.stop();
    const cutoffs = new Set(
      Object.values(host.current().live.told('public').state.figures).map(({ key }) => key.cutoff),
    );
    expect(cutoffs).toEqual(new Set(['12:00']));
  });

  it('[PLAY-3] goes on in the same log, where it was, after a restart', async () => {
    const store = new MemoryLogStore();
    const first = await replayOf('test-two-zones', '18:00', { store });
    const replay = first.prepared.begin(electionHost(first.prepared.session), () => undefined);
    const { at } = replay.position();
    await replay.stop();
    const { seq } = first.prepared.session.live.told('desk').state;
    const again = await replayOf('test-two-zones', null, { store });
    expect(again.prepared.session.logId).toBe(first.prepared.session.logId);
    expect(again.prepared.session.clock.now()).toBeGreaterThanOrEqual(at);
    expect(again.prepared.session.live.told('desk').state.seq).toBe(seq);
  });

  it('[PLAY-9] leaves everything as it was when a seek fails', async () => {
    const { resolved } = await loadPack('test-two-zones');
    const reads = buildParser(resolved.pack);
    let broken = false;
    const parse = (text: string): never => {
      if (broken) throw new Error('this parser is broken');
      return reads(text) as never;
    };
    const { prepared, store } = await replayOf('test-two-zones', '12:00', { parse });
    const host = electionHost(prepared.session);
    const replay = prepared.begin(host, () => undefined);
    const [logId, position] = [host.current().logId, replay.position()];
    broken = true;
    await expect(replay.seek(position.end)).rejects.toThrow(/failed/);
    expect([host.current().logId, replay.position()]).toEqual([logId, position]);
    expect(await store.listLogs()).toEqual([logId]);
    broken = false;
    await replay.seek(position.end);
    expect(host.current().logId).not.toBe(logId);
    await replay.stop();
  });

  it('[PLAY-9] keeps to a pause and a speed wished for while a seek is under way', async () => {
    const { prepared } = await replayOf('test-two-zones', '12:00');
    const replay = prepared.begin(electionHost(prepared.session), () => undefined);
    await replay.resume();
    const seeking = replay.seek(replay.position().at + 60_000);
    const wishes = [replay.setRate(7), replay.pause()];
    await Promise.all([seeking, ...wishes]);
    expect(replay.position()).toMatchObject({ rate: 7, running: false });
    await replay.stop();
  });

  it('[PLAY-9] serves the newest of many wishes, and builds none that nobody would see', async () => {
    const { prepared, store } = await replayOf('test-two-zones', '12:00');
    const host = electionHost(prepared.session);
    const replay = prepared.begin(host, () => undefined);
    const { start, end } = replay.position();
    await Promise.all([end, start, end, start, end].map((to) => replay.seek(to)));
    expect(replay.position().at).toBe(end);
    expect(host.current().clock.now()).toBe(end);
    expect(await store.listLogs()).toHaveLength(3);
    await replay.stop();
  });

  it.each(['nowhere', '{"at":1e300,"rate":60,"running":true}', '{"at":1,"rate":0,"running":true}'])(
    '[PLAY-3] begins anew where the place that is kept is none: %s',
    async (kept) => {
      const store = new MemoryLogStore();
      const first = await replayOf('test-two-zones', '12:00', { store });
      const { logId } = first.prepared.session;
      await store.putMeta(`replay:${logId}`, kept);
      const again = await replayOf('test-two-zones', null, { store });
      expect(again.prepared.session.logId).not.toBe(logId);
      expect((await store.currentLog())?.logId).toBe(again.prepared.session.logId);
    },
  );

  it('[PLAY-3] has the place of a log kept by the time it is the one in use', async () => {
    const store = new MemoryLogStore();
    const { prepared, resolved } = await replayOf('test-two-zones', '12:00', { store });
    const replay = prepared.begin(electionHost(prepared.session), () => undefined);
    const to = seekTarget(resolved, 'final') ?? 0;
    // As a process that dies right after the swap would leave it.
    const putInUse = store.useLog.bind(store);
    store.useLog = async (logId) => {
      const head = await putInUse(logId);
      store.putMeta = () => Promise.reject(new Error('dead'));
      return head;
    };
    await replay.seek(to);
    const again = await replayOf('test-two-zones', null, { store });
    expect(again.prepared.session.logId).toBe((await store.currentLog())?.logId);
    expect(again.prepared.session.clock.now()).toBe(to);
    await replay.stop();
  });

  it('stands at a time with everything announced until then', async () => {
    const { prepared, resolved } = await replayOf('kz-2022-11-20-president', '20:05');
    const state = prepared.session.live.told('public').state;
    const at2005 = Object.values(state.figures).filter(({ key }) => key.cutoff === '20:05');
    expect(at2005).toHaveLength(12);
    expect(prepared.session.clock.reading()).toMatchObject({ running: false });
    expect(prepared.session.clock.now() - standInstant(resolved, '20:05')).toBeLessThan(60_000);
  });
});

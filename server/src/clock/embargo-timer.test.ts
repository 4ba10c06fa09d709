import type { Actor } from '@yavka/shared/log/entry';
import { commandSchema } from '@yavka/shared/log/command';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { electionHost } from '../live/election-host.ts';
import { openSession } from '../live/election-session.ts';
import { loadPack } from '../packs/load-pack.ts';
import { MemoryLogStore } from '../storage/memory-log-store.ts';
import { embargoTimer } from './embargo-timer.ts';
import { replayClock } from './replay-clock.ts';

const actor: Actor = { role: 'operator', id: 'test' };

async function openWithholdings() {
  const { resolved } = await loadPack('test-two-zones');
  const store = new MemoryLogStore();
  const payload = {
    type: 'log.opened' as const,
    logId: 'log',
    electionId: resolved.pack.id,
    packHash: resolved.packHash,
    mode: 'rehearsal' as const,
  };
  await store.openLog('log', [{ v: 1, entryId: 'e', commandId: 'open', actor, payload }], 1);
  const clock = replayClock(1_000, 1, false);
  const errors: unknown[] = [];
  const session = await openSession({
    ...{ logId: 'log', headSeq: 1, store, resolved, clock },
    parse: () => {
      throw new Error('no text is read here');
    },
    onStoreError: (error) => errors.push(error),
  });
  const withhold = (withholdingId: string, until: number | null) =>
    session.queue.submit(
      commandSchema.parse({
        ...{ type: 'Withhold', commandId: `c-${withholdingId.slice(-4)}`, withholdingId, until },
        target: { kind: 'desk' },
        reason: 'embargo',
      }),
      actor,
    );
  const lifted = () =>
    Object.values(session.live.told('desk').state.withholdings)
      .filter((held) => held.lifted)
      .map((held) => held.withholdingId);
  return { session, clock, withhold, lifted, errors };
}

beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => vi.useRealTimers());

describe('the embargo timer', () => {
  it('[FIG-5] ends every embargo once when the election’s clock has passed it, however long its id', async () => {
    const { session, clock, withhold, lifted, errors } = await openWithholdings();
    const longest = `w${'0'.repeat(127)}`;
    await withhold(longest, 2_000);
    await withhold('w-2', 3_000);
    await withhold('w-3', null);
    const timer = embargoTimer(electionHost(session));
    const pass = async (): Promise<void> => {
      vi.advanceTimersByTime(1_000);
      await session.queue.drained();
    };
    await pass();
    expect(lifted()).toEqual([]);
    clock.advanceTo(2_000);
    await pass();
    expect(lifted()).toEqual([longest]);
    clock.advanceTo(5_000);
    await pass();
    expect(lifted()).toEqual([longest, 'w-2']);
    expect(session.live.told('desk').state.seq).toBe(6);
    expect(errors).toEqual([]);
    timer.stop();
  });
});

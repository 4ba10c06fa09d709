import type { CommandInput } from '@yavka/shared/log/command';
import { commandSchema } from '@yavka/shared/log/command';
import type { Actor, Entry } from '@yavka/shared/log/entry';
import { describe, expect, it, vi } from 'vitest';

import { liveClock } from '../clock/election-clock.ts';
import { openSession } from '../live/election-session.ts';
import { loadPack } from '../packs/load-pack.ts';
import type { LogStore } from '../storage/log-store.ts';
import { MemoryLogStore } from '../storage/memory-log-store.ts';
import { StoreUnavailable } from '../storage/store-unavailable.ts';

const actor: Actor = { role: 'operator', id: 'test' };
const report = (commandId: string, status: 'open' | 'closed' = 'open'): CommandInput => ({
  type: 'ReportStation',
  commandId,
  report: { station: 'w-1', status, asOf: 1, source: 'board' },
});
const entering = (commandId: string, hundredths: number): CommandInput => ({
  type: 'EnterFigure',
  commandId,
  area: 'TT-W',
  cutoff: '18:00',
  turnout: { min: hundredths, max: hundredths },
  ballots: null,
  status: 'preliminary',
  source: 'phone',
});

async function openQueue(store: LogStore = new MemoryLogStore()) {
  const { resolved } = await loadPack('test-two-zones');
  const payload = {
    type: 'log.opened' as const,
    logId: 'log',
    electionId: resolved.pack.id,
    packHash: resolved.packHash,
    mode: 'live' as const,
  };
  await store.openLog('log', [{ v: 1, entryId: 'e', commandId: 'open', actor, payload }], 1);
  const errors: unknown[] = [];
  const open = () =>
    openSession({
      logId: 'log',
      headSeq: 1,
      store,
      resolved,
      parse: () => {
        throw new Error('no text is read here');
      },
      clock: liveClock(() => 1_000),
      onStoreError: (error) => errors.push(error),
    });
  const session = await open();
  const submit = (command: CommandInput, to = session) => to.queue.submit(commandSchema.parse(command), actor);
  return { store, session, submit, errors, open };
}

/** The store, with `append` replaced. */
function withAppend(
  append: (real: LogStore, ...args: Parameters<LogStore['append']>) => ReturnType<LogStore['append']>,
): LogStore {
  const real = new MemoryLogStore();
  return new Proxy(real, {
    get: (target, name) => {
      if (name === 'append') return (...args: Parameters<LogStore['append']>) => append(real, ...args);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

describe('the command queue', () => {
  it('[LOG-4] answers a repeated command as the first time, in flight and after', async () => {
    const { submit, session } = await openQueue();
    const [first, meanwhile] = await Promise.all([submit(report('c-1')), submit(report('c-1'))]);
    expect(meanwhile).toEqual(first);
    expect(await submit(report('c-1'))).toEqual(first);
    expect(session.live.told('desk').state.seq).toBe(2);
    expect(session.live.told('desk').state.stations['w-1']?.status).toBe('open');
  });

  it('[LOG-35] tells nobody that another command under an id that was used is written', async () => {
    const { submit, session, open } = await openQueue();
    const taken = { rejected: 'alreadyExists', detail: 'c-1' };
    const answers = await Promise.all([submit(report('c-1')), submit(report('c-1', 'closed')), submit(report('c-1'))]);
    expect(answers).toMatchObject([{ seq: 2 }, taken, { seq: 2 }]);
    expect(await submit(entering('c-1', 5015))).toMatchObject(taken);
    expect(await submit(report('c-1', 'closed'), await open())).toMatchObject(taken);
    expect(await submit(report('c-1'))).toEqual({ seq: 2 });
    expect(session.live.told('desk').state.seq).toBe(2);
  });

  it('[LOG-35] lets an id be used by the command that comes after a refused one', async () => {
    const { submit } = await openQueue();
    const unknown: CommandInput = { type: 'VerifyAnnouncement', commandId: 'c-1', announcementId: 'none' };
    const answers = await Promise.all([submit(unknown), submit(report('c-1'))]);
    expect(answers).toMatchObject([{ rejected: 'unknownAnnouncement' }, { seq: 2 }]);
  });

  it('[LOG-5] lets each command of a batch see those before it', async () => {
    const { submit, session } = await openQueue();
    const answers = await Promise.all([
      submit(entering('c-1', 5015)),
      submit(entering('c-2', 5015)),
      submit(entering('c-3', 5099)),
    ]);
    expect(answers).toMatchObject([{ seq: 2 }, { rejected: 'nothingChanges' }, { rejected: 'stopped' }]);
    expect(session.live.told('desk').state.seq).toBe(2);
  });

  it('[LOG-7] has followed its own entries when it answers', async () => {
    const { submit, session } = await openQueue();
    const answer = await submit(report('c-1'));
    expect(answer).toEqual({ seq: session.live.told('public').state.seq });
  });

  it('[LOG-6] decides again when another writer moved the head', async () => {
    const { submit, open, session } = await openQueue();
    const other = await open();
    const answers = await Promise.all([submit(entering('c-1', 5015)), submit(entering('c-2', 5099), other)]);
    expect(answers).toEqual(expect.arrayContaining([{ seq: 2 }, expect.objectContaining({ rejected: 'stopped' })]));
    expect(session.live.told('desk').state.seq).toBe(2);
  });

  it('[NODE-5] refuses nothing for want of what another node has written and this one has not been told', async () => {
    const real = new MemoryLogStore();
    let follows = 0;
    let isDeaf = false;
    let held: (() => void)[] = [];
    const store = new Proxy(real, {
      get: (target, name) => {
        const follow: LogStore['follow'] = (logId, afterSeq, onEntries, onError) => {
          follows += 1;
          const isOther = follows === 2;
          const told = (entries: Entry[]): void => {
            if (isOther && isDeaf) held.push(() => onEntries(entries));
            else onEntries(entries);
          };
          return target.follow(logId, afterSeq, told, onError);
        };
        const headOf: LogStore['headOf'] = async (logId) => {
          const head = await target.headOf(logId);
          setImmediate(tell);
          return head;
        };
        if (name === 'follow') return follow;
        if (name === 'headOf') return headOf;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    const tell = (): void => {
      for (const deliver of held) deliver();
      held = [];
      isDeaf = false;
    };
    const { submit, open, session } = await openQueue(store);
    const other = await open();
    isDeaf = true;
    await submit(entering('c-1', 5015));
    expect(other.live.told('desk').state.seq).toBe(1);
    const figureId = Object.keys(session.live.told('desk').state.figures)[0] ?? '';
    const verify = (commandId: string, revision: number): CommandInput => ({
      ...{ type: 'VerifyFigures', commandId, refs: [{ figureId, revision }] },
    });
    const verified = submit(verify('c-2', 1), other);
    expect(await submit(verify('c-3', 7), other)).toMatchObject({ rejected: expect.any(String) as string });
    expect(await verified).toEqual({ seq: 3 });
  });

  it('[LOG-8] refuses when the store fails, and takes the same command when it works again', async () => {
    let failing = true;
    const store = withAppend(async (real, ...args) => {
      if (failing) throw new StoreUnavailable('the disk is full');
      return real.append(...args);
    });
    const { submit, errors } = await openQueue(store);
    expect(await submit(report('c-1'))).toEqual({ rejected: 'storeUnavailable' });
    expect(errors).toHaveLength(1);
    failing = false;
    expect(await submit(report('c-1'))).toEqual({ seq: 2 });
  });

  it('[LOG-29] refuses alone the command that cannot be decided or written, and writes those sent with it', async () => {
    const { submit, session, errors } = await openQueue();
    const unreadable: CommandInput = {
      type: 'EnterAnnouncement',
      commandId: 'c-2',
      announcementId: 'a-1',
      text: 'The parser of this test throws.',
      source: 'board',
    };
    // An entry with so long an id could not be read back, so the store takes no batch that holds it.
    const unwritable = { ...commandSchema.parse(report('c-3')), commandId: 'c'.repeat(200) };
    const answers = await Promise.all([
      submit(report('c-1')),
      submit(unreadable),
      session.queue.submit(unwritable, actor),
      submit(report('c-4', 'closed')),
    ]);
    expect(answers).toEqual([{ seq: 2 }, { rejected: 'failed' }, { rejected: 'failed' }, { seq: 3 }]);
    expect(errors).toHaveLength(2);
  });

  it('[LOG-8] finds a command that was committed although its answer was lost', async () => {
    let losing = true;
    const store = withAppend(async (real, ...args) => {
      const written = await real.append(...args);
      if (losing) throw new StoreUnavailable('the answer was lost');
      return written;
    });
    const { submit, session } = await openQueue(store);
    expect(await submit(report('c-1'))).toEqual({ rejected: 'storeUnavailable' });
    losing = false;
    expect(await submit(report('c-1'))).toEqual({ seq: 2 });
    expect(await submit(report('c-1', 'closed'))).toMatchObject({ rejected: 'alreadyExists' });
    expect(session.live.told('desk').state.stations['w-1']?.status).toBe('open');
  });

  it('[LOG-8] refuses after five seconds when the log moved and cannot be followed', async () => {
    vi.useFakeTimers();
    try {
      let away = true;
      const store = withAppend(async (real, ...args) => {
        const head = await real.headOf('log');
        return away ? { ok: false, reason: 'headMoved', head: { ...head, seq: head.seq + 1 } } : real.append(...args);
      });
      const { submit } = await openQueue(store);
      const answer = submit(report('c-1'));
      await vi.advanceTimersByTimeAsync(5_001);
      expect(await answer).toEqual({ rejected: 'storeUnavailable' });
      away = false;
      expect(await submit(report('c-1'))).toEqual({ seq: 2 });
    } finally {
      vi.useRealTimers();
    }
  });
});

import type { Entry, EntryDraft } from '@yavka/shared/log/entry';
import { genesisHash, sealEntries } from '@yavka/shared/log/seal';
import { describe, expect, it } from 'vitest';

import { LogFollowers } from './log-followers.ts';

const drafts = Array.from({ length: 20 }, (_, index): EntryDraft => ({
  v: 1,
  entryId: `e${index}`,
  commandId: `c${index}`,
  actor: { role: 'operator', id: 'op' },
  payload: { type: 'dispatch.textErased', dispatchId: 'd', reason: 'asked for' },
}));
const all = sealEntries({ seq: 0, hash: genesisHash, recordedAt: 0 }, drafts, 5);

/** A log whose reads are answered when the test says so, with what the log had when it was asked. */
class SlowLog {
  size = 0;
  readonly #answers: (() => void)[] = [];
  readonly followers = new LogFollowers(
    (_logId, afterSeq) =>
      new Promise<Entry[]>((resolve) => {
        const page = all.slice(afterSeq, this.size);
        this.#answers.push(() => {
          resolve(page);
        });
      }),
  );

  commit(count: number): void {
    const entries = all.slice(this.size, this.size + count);
    this.size += count;
    this.followers.committed('log', entries);
  }

  async answer(): Promise<void> {
    this.#answers.shift()?.();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  }
}

function listen(log: SlowLog, afterSeq = 0): { seqs: number[]; errors: string[]; stop: () => void } {
  const seqs: number[] = [];
  const errors: string[] = [];
  const stop = log.followers.follow(
    'log',
    afterSeq,
    (entries) => seqs.push(...entries.map(({ seq }) => seq)),
    (error) => errors.push(error.message),
  );
  return { seqs, errors, stop };
}

describe('followers of a log', () => {
  it('[LOG-13] reads again what was committed while a page was on its way', async () => {
    const log = new SlowLog();
    log.size = 2;
    const reader = listen(log);
    log.commit(1);
    log.commit(2);
    expect(reader.seqs).toEqual([]);
    await log.answer();
    expect(reader.seqs).toEqual([1, 2]);
    log.commit(1);
    await log.answer();
    await log.answer();
    expect(reader.seqs).toEqual([1, 2, 3, 4, 5, 6]);
    log.commit(1);
    expect(reader.seqs).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('[LOG-13] fills a gap when it was not told of what others wrote', async () => {
    const log = new SlowLog();
    const reader = listen(log);
    await log.answer();
    log.size = 3; // written by another node
    log.commit(1);
    expect(reader.seqs).toEqual([]);
    await log.answer();
    expect(reader.seqs).toEqual([1, 2, 3, 4]);
    log.size = 6;
    log.followers.lookAgain('log');
    await log.answer();
    expect(reader.seqs).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('[LOG-13] gives a batch only once that a page had already brought', async () => {
    const log = new SlowLog();
    log.size = 3;
    const reader = listen(log);
    await log.answer();
    log.followers.committed('log', all.slice(1, 3));
    await log.answer();
    expect(reader.seqs).toEqual([1, 2, 3]);
  });

  it('[LOG-13] delivers nothing after stop, also of a page that is on its way', async () => {
    const log = new SlowLog();
    log.size = 2;
    const reader = listen(log);
    reader.stop();
    await log.answer();
    log.commit(1);
    expect(reader.seqs).toEqual([]);
    expect(reader.errors).toEqual([]);
  });

  it('[LOG-13] tells every follower of a failure once, then leaves it alone', async () => {
    const log = new SlowLog();
    const reader = listen(log);
    await log.answer();
    log.followers.fail(new Error('other'), 'another log');
    log.followers.fail(new Error('gone'));
    log.followers.fail(new Error('gone again'));
    log.commit(1);
    expect([reader.errors, reader.seqs]).toEqual([['gone'], []]);
  });
});

import { describe, expect, it } from 'vitest';

import type { EndingWord } from './end-on-signals.ts';
import { endOnSignals, endWithinMs } from './end-on-signals.ts';

/** A process by hand. */
function fakeProcess(end: () => Promise<void>) {
  const listeners: Record<string, () => void> = {};
  const timers: { readonly at: number; readonly run: () => void }[] = [];
  const exits: number[] = [];
  const said: EndingWord['word'][] = [];
  let elapsed = 0;
  endOnSignals(
    {
      on: (signal, listener) => (listeners[signal] = listener),
      exit: (code) => exits.push(code),
      elapsed: () => elapsed,
      after: (ms, run) => timers.push({ at: elapsed + ms, run }),
    },
    end,
    ({ word }) => said.push(word),
  );
  return {
    exits,
    said,
    send: (signal: 'SIGINT' | 'SIGTERM') => listeners[signal]?.(),
    pass: (ms: number) => {
      elapsed += ms;
      for (const timer of timers.filter(({ at }) => at <= elapsed)) timer.run();
    },
  };
}

const never = (): Promise<void> => new Promise(() => undefined);

describe('a process that is told to end', () => {
  it('[RUN-3] ends with 0 once everything is closed, on either signal', async () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const owner = fakeProcess(() => Promise.resolve());
      owner.send(signal);
      await Promise.resolve();
      await Promise.resolve();
      expect(owner.exits).toEqual([0]);
      expect(owner.said).toEqual(['ending', 'ended']);
    }
  });

  it('[RUN-3] takes the same wish passed on twice as one, and ends at once at a second one', () => {
    const owner = fakeProcess(never);
    owner.send('SIGINT');
    owner.send('SIGINT');
    expect(owner.exits).toEqual([]);
    owner.pass(1_000);
    owner.send('SIGTERM');
    expect(owner.exits).toEqual([1]);
  });

  it('[RUN-3] waits for what hangs no longer than the limit', () => {
    const owner = fakeProcess(never);
    owner.send('SIGTERM');
    owner.pass(endWithinMs - 1);
    expect(owner.exits).toEqual([]);
    owner.pass(1);
    expect(owner.exits).toEqual([0]);
    expect(owner.said).toEqual(['ending', 'late']);
  });

  it('[RUN-3] ends with 1 where closing failed', async () => {
    const owner = fakeProcess(() => Promise.reject(new Error('the disk is gone')));
    owner.send('SIGTERM');
    await Promise.resolve();
    await Promise.resolve();
    expect(owner.exits).toEqual([1]);
    expect(owner.said).toEqual(['ending', 'failed']);
  });
});

import type { CommandInput } from '@yavka/shared/log/command';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { replayClock } from '../clock/replay-clock.ts';
import type { ElectionSession } from '../live/election-session.ts';
import type { CommandAnswer } from '../write/command-queue.ts';
import { replayDriver } from './replay-driver.ts';
import type { ReplayStep } from './replay-script.ts';

const step = (at: number): ReplayStep => ({
  at,
  name: `step-${String(at)}`,
  thenAt: null,
  commands: [
    { type: 'ReportStation', report: { station: 'w-1', status: 'open', asOf: at, source: 'board' } },
  ] satisfies Omit<Extract<CommandInput, { type: 'ReportStation' }>, 'commandId'>[],
});

/** A driver over a session that takes a second for each command and answers as told; all five steps are due. */
function driverOf(answerOf: (taken: number) => CommandAnswer) {
  const sent: string[] = [];
  const stopped: Error[] = [];
  const session = {
    logId: 'log',
    queue: {
      submit: async ({ commandId }: { commandId: string }) => {
        sent.push(commandId.split(':')[2] ?? '');
        const answer = answerOf(sent.length);
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        return answer;
      },
    },
  } as unknown as ElectionSession;
  const driver = replayDriver({
    session,
    store: { putText: async () => undefined, eraseText: async () => undefined },
    clock: replayClock(100, 1, true, () => 0),
    steps: [1, 2, 3, 4, 5].map(step),
    onProgress: () => undefined,
    onStopped: (reason) => stopped.push(reason),
  });
  return { driver, sent, stopped };
}

const everyStep = ['step-1', 'step-2', 'step-3', 'step-4', 'step-5'];

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('playing steps by the clock', () => {
  it('[PLAY-6] plays every step once and in order, however often the clock is changed meanwhile', async () => {
    const { driver, sent } = driverOf((taken) => ({ seq: taken }));
    driver.run();
    for (let change = 0; change < 40; change += 1) {
      await vi.advanceTimersByTimeAsync(300);
      driver.clockChanged();
    }
    await vi.advanceTimersByTimeAsync(20_000);
    expect(sent).toEqual(everyStep);
  });

  it('[PLAY-7] tries a step again when the store was away, and stops aloud when the product refuses it', async () => {
    const { driver, sent, stopped } = driverOf((taken) =>
      taken === 2 ? { rejected: 'storeUnavailable' } : taken === 5 ? { rejected: 'nothingFound' } : { seq: taken },
    );
    driver.run();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual(['step-1', 'step-2', 'step-2', 'step-3', 'step-4']);
    expect(stopped.map(({ message }) => message)).toEqual([
      expect.stringContaining('step-4 was refused: nothingFound'),
    ]);
  });

  it('[PLAY-15] goes on over a count that somebody has overtaken with a later one', async () => {
    const { driver, sent, stopped } = driverOf((taken) => (taken === 2 ? { rejected: 'olderReport' } : { seq: taken }));
    driver.run();
    await vi.advanceTimersByTimeAsync(20_000);
    expect([sent, stopped]).toEqual([everyStep, []]);
  });

  it('[PLAY-8] ends before the next step when it is stopped, and says so to who waits for a place', async () => {
    const { driver, sent } = driverOf((taken) => ({ seq: taken }));
    const reached = driver.playUntil(100);
    const told = reached.then(String, String);
    await vi.advanceTimersByTimeAsync(1_500);
    const ended = driver.stop();
    await vi.advanceTimersByTimeAsync(20_000);
    await ended;
    expect(await told).toMatch(/stopped/);
    expect(sent).toEqual(['step-1', 'step-2']);
  });
});

import type { InstantMs } from '@yavka/shared/ids';
import { commandSchema } from '@yavka/shared/log/command';
import type { Actor } from '@yavka/shared/log/entry';
import type { Rejection } from '@yavka/shared/log/rejection';

import type { ReplayClock } from '../clock/replay-clock.ts';
import type { ElectionSession } from '../live/election-session.ts';
import { StoreUnavailable } from '../storage/store-unavailable.ts';
import type { LogStore } from '../storage/log-store.ts';
import { isRejection } from '../write/decision.ts';
import { withWords } from '../write/with-words.ts';
import type { ReplayStep } from './replay-script.ts';

const replayActor: Actor = { role: 'replay', id: 'replay' };
/** The longest a timer sleeps before it looks at the clock again, milliseconds; also how often the position is kept. */
const lookAgainMs = 2_000;

/** Plays steps into one session by its clock: through the same queue, parser and checks as live entry. */
export interface ReplayDriver {
  /**
   * Plays every step up to `at` now, moving the clock from step to step; the clock ends at `at` or the last step played.
   * Rejects with `ReplayStopped` when a step is refused, with `StoreUnavailable` when the store is away or `stop` is called.
   */
  playUntil(at: InstantMs): Promise<void>;
  /** Plays on by the clock until the steps are used up or `stop` is called. */
  run(): void;
  /** To be called when the clock's rate or its running changed. */
  clockChanged(): void;
  stop(): Promise<void>;
}

/** A step of the replay that the product refused: a contradiction between pack, parser and checks, never passed over. */
export class ReplayStopped extends Error {}

export function replayDriver(deps: {
  readonly session: ElectionSession;
  /** Where the words of dispatches are put away. */
  readonly store: Pick<LogStore, 'putText' | 'eraseText'>;
  readonly clock: ReplayClock;
  readonly steps: readonly ReplayStep[];
  /** False while another node plays: then nothing is played but what `playUntil` is asked for. */
  readonly mayPlay?: () => boolean;
  /** Called after each step and every few seconds, to keep the position. */
  readonly onProgress: () => void;
  readonly onStopped: (reason: Error) => void;
}): ReplayDriver {
  const { session, store, clock, steps, mayPlay = () => true, onProgress, onStopped } = deps;
  let next = 0;
  let timer: NodeJS.Timeout | null = null;
  let playing: Promise<void> = Promise.resolve();
  let stopped = false;

  const play = async (step: ReplayStep): Promise<void> => {
    for (const [index, command] of step.commands.entries()) {
      const commandId = `replay:${session.logId}:${step.name}:${String(index)}`;
      const asked = commandSchema.parse({ ...command, commandId });
      // The same salt each time: a step that is played again after a crash points to the same words.
      const answer = await withWords(
        store,
        asked,
        () => commandId,
        async (textRef) => ({
          answer: await session.queue.submit(asked, replayActor, textRef),
          dispatches: () => session.live.told('desk').state.dispatches,
        }),
      );
      // Somebody has told of a later hour meanwhile: that stands, and the day goes on.
      const isOvertaken = isRejection(answer) && answer.rejected === 'olderReport';
      if (isRejection(answer) && !isOvertaken) throw refusalOf(step, answer);
    }
    if (step.thenAt !== null) clock.advanceTo(step.thenAt);
  };

  const playDue = async (): Promise<void> => {
    for (let step = steps[next]; !stopped && step !== undefined && step.at <= clock.now(); step = steps[next]) {
      if (!mayPlay()) return;
      await play(step);
      next += 1;
      onProgress();
    }
  };

  /** One after another: two at once would take the same step for the next one, and then skip one. */
  const playInTurn = (): void => {
    playing = playing.then(playDue).then(
      () => {
        onProgress();
        schedule();
      },
      (error: unknown) => {
        // What was written of the step answers as the first time.
        if (error instanceof StoreUnavailable) schedule(lookAgainMs);
        else {
          stopped = true;
          onStopped(error instanceof Error ? error : new Error(String(error)));
        }
      },
    );
  };

  const schedule = (atLeastMs = 0): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const step = steps[next];
    const { at, rate, running } = clock.reading();
    if (stopped || step === undefined || !running || rate === 0) return;
    const wait = mayPlay() ? Math.min(Math.max(atLeastMs, (step.at - at) / rate), lookAgainMs) : lookAgainMs;
    timer = setTimeout(playInTurn, wait);
  };

  return {
    playUntil: (at) => {
      const reached = playing.then(async () => {
        for (let step = steps[next]; step !== undefined && step.at <= at; step = steps[next]) {
          if (stopped) throw new StoreUnavailable('the replay was stopped before it was where it was to go');
          clock.advanceTo(step.at);
          await play(step);
          next += 1;
        }
        clock.advanceTo(at);
      });
      playing = reached.catch(() => undefined);
      return reached;
    },
    run: () => {
      schedule();
    },
    clockChanged: () => {
      schedule();
    },
    stop: async () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await playing;
    },
  };
}

function refusalOf(step: ReplayStep, { rejected, detail, findings }: Rejection): Error {
  if (rejected === 'storeUnavailable') return new StoreUnavailable(`replay step ${step.name} could not be written`);
  // It ends up in the log of the server: which checks and areas, not the figures that their sentences tell.
  const why = findings?.map(({ check, areas }) => `${check} ${areas.join(' ')}`).join(', ') ?? detail ?? '';
  return new ReplayStopped(`replay step ${step.name} was refused: ${rejected}. ${why}`);
}

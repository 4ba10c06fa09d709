import type { Command } from '@yavka/shared/log/command';
import type { Entry } from '@yavka/shared/log/entry';
import { isHidden } from '@yavka/shared/log/entry';

import { machineElapsed } from '../clock/election-clock.ts';
import type { ElectionSession } from '../live/election-session.ts';
import { isRejection } from '../write/decision.ts';

/** Told of what a session writes by itself and follows. */
export interface SessionWatch {
  /** A command of the server's own (its clock's, the replay's) was answered. */
  ownCommand(type: Command['type'], outcome: string, ms: number): void;
  /** Entries up to `seq` have been followed; `ms` since the first of them was recorded, null where the clock stands. */
  followed(logId: string, seq: number, ms: number | null): void;
  /** A figure was released so long after it was entered, milliseconds of the election's clock. */
  released(electionMs: number): void;
}

/** The same session, told to `watch` from here on: history that was followed before is not. */
export function watchSession(session: ElectionSession, watch: SessionWatch): ElectionSession {
  const { live, clock, queue, logId } = session;
  let told = live.told('desk').state.seq;
  const unfollow = live.onFollowed(() => {
    const { state, entries } = live.told('desk');
    const first = entries[told];
    const { at, rate, running } = clock.reading();
    const isTimed = running && rate > 0 && first !== undefined && !isHidden(first);
    watch.followed(logId, state.seq, isTimed ? Math.max(0, at - first.recordedAt) / rate : null);
    for (let index = told; index < entries.length; index += 1) {
      const entry = entries[index];
      if (entry !== undefined && !isHidden(entry)) tellReleased(entry, watch);
    }
    told = state.seq;
  });
  return {
    ...session,
    queue: {
      ...queue,
      submit: async (command, actor, textRef) => {
        if (actor.role !== 'system' && actor.role !== 'replay') return queue.submit(command, actor, textRef);
        const began = machineElapsed();
        const answer = await queue.submit(command, actor, textRef);
        watch.ownCommand(command.type, isRejection(answer) ? answer.rejected : 'accepted', machineElapsed() - began);
        return answer;
      },
    },
    close: async () => {
      await session.close();
      unfollow();
    },
  };
}

function tellReleased({ payload, recordedAt }: Entry, watch: SessionWatch): void {
  if (payload.type !== 'figures.released') return;
  for (const { revision } of payload.figures) watch.released(Math.max(0, recordedAt - revision.enteredAt));
}

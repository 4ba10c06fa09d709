import type { CommandInput } from '@yavka/shared/log/command';
import { z } from 'zod';

import type { Acknowledged } from '../crash/check-log.ts';
import type { SeededRandom } from '../seeded-random.ts';

const answerSchema = z.union([z.object({ seq: z.int() }), z.object({ rejected: z.string() })]);
/** What a server answers that could not do it now: the same command is sent again. */
const passing = new Set(['storeUnavailable', 'ending', 'tooMany']);

/** Somebody who writes, through whichever node answers. */
export interface Person {
  readonly acknowledged: readonly Acknowledged[];
  /** What was refused for good, with the reason: nothing of it may be in the log. */
  readonly refused: ReadonlyMap<string, string>;
  /** Sends a command until a node answers it, to a random node each time; sometimes once more when it was answered. */
  send(command: CommandInput): Promise<void>;
}

export function personAt(
  random: SeededRandom,
  token: string,
  addresses: () => readonly string[],
  onAcknowledged: () => void,
): Person {
  const acknowledged: Acknowledged[] = [];
  const refused = new Map<string, string>();
  const ask = async (
    command: CommandInput,
    patienceMs: number,
  ): Promise<z.infer<typeof answerSchema> | 'late' | null> =>
    fetch(`${random.pick(addresses())}/api/v1/commands`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(command),
      signal: AbortSignal.timeout(patienceMs),
    })
      .then(async (response) => answerSchema.parse(await response.json()))
      .catch((error: unknown) => (error instanceof Error && error.name === 'TimeoutError' ? 'late' : null));
  const answerOf = async (command: CommandInput): Promise<z.infer<typeof answerSchema>> => {
    // Whoever gets no answer asks another node, each time with more patience: a slow machine answers in the end.
    for (let patienceMs = 1_000; ;) {
      const answer = await ask(command, patienceMs);
      if (answer === 'late') patienceMs = Math.min(2 * patienceMs, 60_000);
      else if (answer !== null && !('rejected' in answer && passing.has(answer.rejected))) return answer;
      // A node that is gone refuses at once: the others get a turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return {
    acknowledged,
    refused,
    send: async (command) => {
      const { commandId } = command;
      const answer = await answerOf(command);
      if ('rejected' in answer) {
        refused.set(commandId, answer.rejected);
        return;
      }
      acknowledged.push({ commandId, seq: answer.seq });
      onAcknowledged();
      if (!random.chance(0.3)) return;
      const again = await answerOf(command);
      if (!('seq' in again) || again.seq !== answer.seq)
        throw new Error(`${commandId} was answered ${JSON.stringify(answer)}, then ${JSON.stringify(again)}`);
    },
  };
}

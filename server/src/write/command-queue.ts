import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';

import { applyEntries } from '@yavka/shared/log/apply-entry';
import type { Command } from '@yavka/shared/log/command';
import type { Actor, EntryDraft } from '@yavka/shared/log/entry';
import { entryVersion, isHidden } from '@yavka/shared/log/entry';
import type { Rejection } from '@yavka/shared/log/rejection';
import { rejection } from '@yavka/shared/log/rejection';
import { sealEntries } from '@yavka/shared/log/seal';

import type { LiveElection } from '../live/live-election.ts';
import type { LogStore } from '../storage/log-store.ts';
import { StoreUnavailable } from '../storage/store-unavailable.ts';
import { decide } from './decide.ts';
import type { DecideContext } from './decide-context.ts';
import { isRejection } from './decision.ts';
import { isOfCommand } from './is-of-command.ts';

/** Where a command's first entry stands. */
export interface Accepted {
  readonly seq: number;
}

export type CommandAnswer = Accepted | Rejection;

interface Waiting {
  readonly command: Command;
  readonly actor: Actor;
  readonly textRef: string | undefined;
  readonly answer: (answer: CommandAnswer) => void;
}

/** How many commands one transaction takes at most. */
const batchLimit = 256;
/** How long a batch waits for what the log has beyond what was followed, milliseconds. */
const followWithinMs = 5_000;
/** How often a batch is decided again when another writer moves the head, before the writer is told to try later. */
const headMovedLimit = 20;

/**
 * The one writer of a process. Commands are decided in turn on the pending state (what the log says, and what the
 * commands before it in the batch will have said), appended together at the head this process has followed, and
 * answered after the commit. Anything that goes wrong leaves nothing half-written: the batch is decided again, or refused.
 */
export interface CommandQueue {
  /** Never rejects: a store that fails is a refusal with the key `storeUnavailable`, a bug one with the key `failed`. */
  submit(command: Command, actor: Actor, textRef?: string): Promise<CommandAnswer>;
  /** Resolves when everything submitted so far has been answered. */
  drained(): Promise<void>;
}

export function commandQueue(deps: {
  readonly logId: string;
  readonly store: LogStore;
  readonly live: LiveElection;
  readonly context: Omit<DecideContext, 'actor' | 'now' | 'textRef'>;
  readonly now: () => number;
  readonly onStoreError: (error: unknown) => void;
}): CommandQueue {
  const { logId, store, live, context, now, onStoreError } = deps;
  const inFlight = new Map<string, { readonly command: Command; readonly answered: Promise<CommandAnswer> }>();
  let waiting: Waiting[] = [];
  let working: Promise<void> | null = null;

  /** @throws StoreUnavailable when the log cannot be followed so far in time: nobody waits for a store that went away. */
  const reached = async (seq: number): Promise<void> => {
    if (live.told('desk').state.seq >= seq) return;
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new StoreUnavailable(`its log could not be followed to ${String(seq)} in time`));
      }, followWithinMs);
    });
    await Promise.race([live.reached(seq), tooLate]).finally(() => {
      clearTimeout(timer);
    });
  };

  /** The server's own commands are named by what they are about; a program that words them anew names them the same. */
  const isRepeat = (command: Command, actor: Actor, seq: number): boolean => {
    const entry = live.told('desk').entries[seq - 1];
    if (entry === undefined || isHidden(entry)) throw new StoreUnavailable(`entry ${String(seq)} was not followed`);
    return actor.role === 'replay' || actor.role === 'system' || isOfCommand(command, entry.payload);
  };

  const work = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, batchLimit);
      waiting = waiting.slice(batchLimit);
      await writeBatch(batch);
    }
    // In the same turn as the last look at `waiting`: a command submitted later starts the work anew.
    working = null;
  };

  const writeBatch = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      for (let attempt = 0; attempt < headMovedLimit; attempt += 1) {
        if (await tryBatch(batch)) return;
      }
      throw new StoreUnavailable('other writers kept moving the head');
    } catch (error) {
      const isBug = !(error instanceof StoreUnavailable);
      if (isBug && batch.length > 1) {
        // One command that cannot be decided or written must not take the others with it.
        for (const one of batch) await writeBatch([one]);
        return;
      }
      onStoreError(error);
      // An append whose answer was lost may have been committed: the same commandId sent again finds out.
      for (const { answer } of batch) answer(rejection(isBug ? 'failed' : 'storeUnavailable'));
    }
  };

  /** Decides and appends once; false when the head had moved and everything is to be decided again. */
  const tryBatch = async (batch: readonly Waiting[]): Promise<boolean> => {
    const at = now();
    const committed = live.told('desk').state;
    let pending = committed;
    const drafts: EntryDraft[] = [];
    const answers: (() => void)[] = [];
    let refused = false;
    const written = await Promise.all(batch.map(({ command }) => store.seqOfCommand(logId, command.commandId)));
    for (const [index, { command, actor, textRef, answer }] of batch.entries()) {
      const earlier = written[index] ?? null;
      if (earlier !== null) {
        await reached(earlier);
        const answered = isRepeat(command, actor, earlier)
          ? { seq: earlier }
          : rejection('alreadyExists', command.commandId);
        answers.push(() => {
          answer(answered);
        });
        continue;
      }
      const decision = decide(pending, command, {
        ...context,
        actor,
        now: at,
        ...(textRef === undefined ? {} : { textRef }),
      });
      if (isRejection(decision)) {
        refused = true;
        answers.push(() => {
          answer(decision);
        });
        continue;
      }
      const own = decision.payloads.map((payload): EntryDraft => ({
        v: entryVersion,
        entryId: randomUUID(),
        commandId: command.commandId,
        actor,
        payload,
      }));
      const seq = pending.seq + 1;
      // Provisional seals: the store gives the same ones if the head is where it is believed to be.
      pending = applyEntries(pending, sealEntries(pending, own, at));
      drafts.push(...own);
      answers.push(() => {
        answer({ seq });
      });
    }
    if (drafts.length > 0) {
      const result = await store.append(logId, committed.seq, drafts, at);
      // Moved head or repeated command: either way the log says more than was believed; follow it and decide again.
      await reached(result.ok ? committed.seq + drafts.length : result.head.seq);
      if (!result.ok) return false;
    }
    // What was refused on what this process has followed may be right on what another node has written since: whoever
    // was answered there and asks here must be understood. An append would have told; without one it is asked for.
    if (drafts.length === 0 && refused) {
      const { seq } = await store.headOf(logId);
      if (seq > committed.seq) {
        await reached(seq);
        return false;
      }
    }
    for (const answer of answers) answer();
    return true;
  };

  const submit: CommandQueue['submit'] = (command, actor, textRef) => {
    const same = inFlight.get(command.commandId);
    if (same !== undefined) {
      if (isDeepStrictEqual(same.command, command)) return same.answered;
      // Another command under an id that is in use: what becomes of the first decides.
      return same.answered.then(() => submit(command, actor, textRef));
    }
    const answered = new Promise<CommandAnswer>((resolve) => {
      waiting.push({ command, actor, textRef, answer: resolve });
    });
    inFlight.set(command.commandId, { command, answered });
    void answered.then(() => inFlight.delete(command.commandId));
    // In a turn of its own: `work` could otherwise run dry before its promise is known here.
    working ??= Promise.resolve().then(work);
    return answered;
  };

  return {
    submit,
    drained: async () => {
      while (working !== null) await working;
    },
  };
}

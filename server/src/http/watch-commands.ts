import type { RequestHandler } from 'express';

import { machineElapsed } from '../clock/election-clock.ts';
import { noteOf } from './note.ts';

/** A command as it was answered over HTTP. */
export interface AnsweredCommand {
  readonly requestId: string;
  /** Its type, or `unreadable` where it was refused before it was read. */
  readonly type: string;
  /** `accepted`, the key of the refusal, or `unanswered` when the sender hung up. */
  readonly outcome: string;
  readonly seq?: number;
  /** Milliseconds. */
  readonly ms: number;
  readonly role?: string;
  /** The token's id, which is not the token. */
  readonly actor?: string;
}

/** Tells of each command once it is answered. Stands before everything that may refuse one. */
export function watchCommands(tell: (command: AnsweredCommand) => void): RequestHandler {
  return (request, response, next) => {
    const began = machineElapsed();
    response.once('close', () => {
      const { command, seq, rejected, grant } = noteOf(response);
      const failed = response.statusCode >= 500 ? 'failed' : 'unanswered';
      tell({
        requestId: typeof request.id === 'string' ? request.id : '',
        type: command ?? 'unreadable',
        outcome: rejected ?? (seq === undefined ? failed : 'accepted'),
        ...(seq === undefined ? {} : { seq }),
        ms: Math.round(machineElapsed() - began),
        ...(grant === undefined ? {} : { role: grant.role, actor: grant.actorId }),
      });
    });
    next();
  };
}

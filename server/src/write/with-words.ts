import { createHash } from 'node:crypto';

import type { Command } from '@yavka/shared/log/command';
import type { Rejection } from '@yavka/shared/log/rejection';
import type { ElectionState } from '@yavka/shared/log/state';

import type { LogStore } from '../storage/log-store.ts';
import { isRejection } from './decision.ts';

interface Submitted<Answer> {
  readonly answer: Answer;
  /** Asked after the answer: the dispatches as the desk sees them. */
  readonly dispatches: () => ElectionState['dispatches'];
}

/**
 * Submits a command with the words of a dispatch put away before it, under a reference made of a salt and them, and sees
 * to it that words are kept only for a dispatch that stands and is not erased, however often the command is sent.
 */
export async function withWords<Answer extends { readonly seq: number } | Rejection>(
  store: Pick<LogStore, 'putText' | 'eraseText'>,
  command: Command,
  salt: () => string,
  submit: (textRef: string | undefined) => Promise<Submitted<Answer>>,
): Promise<Answer> {
  if (command.type !== 'EnterDispatch') {
    const { answer, dispatches } = await submit(undefined);
    const dispatch = command.type === 'EraseDispatchText' ? dispatches()[command.dispatchId] : undefined;
    if (dispatch?.erased === true) await store.eraseText(dispatch.textRef);
    return answer;
  }
  const { text } = command;
  const textRef = `sha256:${createHash('sha256')
    .update(salt() + text)
    .digest('hex')}`;
  await store.putText(textRef, text);
  const { answer, dispatches } = await submit(textRef);
  const dispatch = dispatches()[command.dispatch.dispatchId];
  // Words that no dispatch points to could never be erased: a refused one's, and the second copy of one sent again.
  const mayBeKept = isRejection(answer) && answer.rejected === 'storeUnavailable';
  const isWanted = dispatch?.textRef === textRef && !dispatch.erased;
  if (!isWanted && !mayBeKept) await store.eraseText(textRef);
  return answer;
}

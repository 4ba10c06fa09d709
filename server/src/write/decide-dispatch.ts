import type { CommandOf } from '@yavka/shared/log/command';
import { rejection } from '@yavka/shared/log/rejection';
import type { ElectionState } from '@yavka/shared/log/state';

import type { DecideContext } from './decide-context.ts';
import type { Decision } from './decision.ts';

export function decideNewDispatch(
  state: ElectionState,
  { dispatch }: CommandOf<'EnterDispatch'>,
  { resolved, textRef }: DecideContext,
): Decision {
  if (!resolved.pack.areas.some((area) => area.id === dispatch.area)) return rejection('unknownArea', dispatch.area);
  if (dispatch.dispatchId in state.dispatches) return rejection('alreadyExists', dispatch.dispatchId);
  if (textRef === undefined) throw new Error('a dispatch is decided only after its words were put away');
  return { payloads: [{ type: 'dispatch.entered', dispatch: { ...dispatch, textRef } }] };
}

export function decideDispatchVerification(state: ElectionState, command: CommandOf<'VerifyDispatch'>): Decision {
  const held = state.dispatches[command.dispatchId];
  if (held === undefined) return rejection('unknownDispatch', command.dispatchId);
  const isWaiting = held.releasedAt === null || held.pendingResponse !== undefined;
  if (!isWaiting || held.erased) return rejection('nothingToVerify', command.dispatchId);
  const { releasedAt: _releasedAt, erased: _erased, earlierResponses: _earlier, pendingResponse, ...dispatch } = held;
  if (pendingResponse === undefined) return { payloads: [{ type: 'dispatch.released', dispatch }] };
  const { officialResponse, at: responseAt, source: responseSource } = pendingResponse;
  return {
    payloads: [{ type: 'dispatch.released', dispatch: { ...dispatch, officialResponse, responseAt, responseSource } }],
  };
}

/** What the officials answered waits for the second look like the dispatch itself. */
export function decideDispatchAnswer(state: ElectionState, command: CommandOf<'AnswerDispatch'>): Decision {
  const { dispatchId, response } = command;
  const held = state.dispatches[dispatchId];
  if (held === undefined) return rejection('unknownDispatch', dispatchId);
  const standing = held.pendingResponse?.officialResponse ?? held.officialResponse;
  if (held.erased || standing === response.officialResponse) return rejection('nothingChanges', dispatchId);
  return { payloads: [{ type: 'dispatch.answered', dispatchId, response }] };
}

export function decideDispatchErasure(state: ElectionState, command: CommandOf<'EraseDispatchText'>): Decision {
  const held = state.dispatches[command.dispatchId];
  if (held === undefined) return rejection('unknownDispatch', command.dispatchId);
  if (held.erased) return rejection('nothingChanges', command.dispatchId);
  const { dispatchId, reason } = command;
  const unreleased = held.releasedAt === null ? { unreleased: true as const } : {};
  return { payloads: [{ type: 'dispatch.textErased', dispatchId, reason, ...unreleased }] };
}

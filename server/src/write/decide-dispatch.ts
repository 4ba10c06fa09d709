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
  if (held.releasedAt !== null || held.erased) return rejection('nothingToVerify', command.dispatchId);
  const { releasedAt: _releasedAt, erased: _erased, ...dispatch } = held;
  return { payloads: [{ type: 'dispatch.released', dispatch }] };
}

export function decideDispatchErasure(state: ElectionState, command: CommandOf<'EraseDispatchText'>): Decision {
  const held = state.dispatches[command.dispatchId];
  if (held === undefined) return rejection('unknownDispatch', command.dispatchId);
  if (held.erased) return rejection('nothingChanges', command.dispatchId);
  const { dispatchId, reason } = command;
  const unreleased = held.releasedAt === null ? { unreleased: true as const } : {};
  return { payloads: [{ type: 'dispatch.textErased', dispatchId, reason, ...unreleased }] };
}

import type { Command } from '@yavka/shared/log/command';
import { rejection } from '@yavka/shared/log/rejection';
import type { ElectionState } from '@yavka/shared/log/state';

import type { DecideContext } from './decide-context.ts';
import { decideCorrection } from './decide-correction.ts';
import {
  decideDispatchAnswer,
  decideDispatchErasure,
  decideDispatchVerification,
  decideNewDispatch,
} from './decide-dispatch.ts';
import { decideAnnouncement, decideSingleFigure } from './decide-figures.ts';
import { decideStationCount, decideStationReport } from './decide-station.ts';
import { decideAnnouncementVerification, decideFiguresVerification } from './decide-verification.ts';
import { decideDueRelease, decideLift, decideWithholding } from './decide-withholding.ts';
import type { Decision } from './decision.ts';

/**
 * What a command does to the state that holds when its turn comes, or why it is refused. Pure: the same state, command
 * and context always decide the same, so a batch can be decided again when another node moved the head.
 */
export function decide(state: ElectionState, command: Command, context: DecideContext): Decision {
  switch (command.type) {
    case 'EnterAnnouncement':
      return decideAnnouncement(state, command, context);
    case 'EnterFigure':
      return decideSingleFigure(state, command, context);
    case 'CorrectFigure':
      return decideCorrection(state, command, context);
    case 'VerifyAnnouncement':
      return decideAnnouncementVerification(state, command, context);
    case 'VerifyFigures':
      return decideFiguresVerification(state, command, context);
    case 'Withhold':
      return decideWithholding(state, command);
    case 'LiftWithholding':
      return decideLift(state, command, context);
    case 'ReleaseDue':
      return decideDueRelease(state, command, context);
    case 'SetElectorate':
      return decideElectorate(state, command, context);
    case 'ReportStation':
      return decideStationReport(state, command, context);
    case 'ReportStationCount':
      return decideStationCount(state, command, context);
    case 'EnterDispatch':
      return decideNewDispatch(state, command, context);
    case 'AnswerDispatch':
      return decideDispatchAnswer(state, command);
    case 'VerifyDispatch':
      return decideDispatchVerification(state, command);
    case 'EraseDispatchText':
      return decideDispatchErasure(state, command);
  }
}

function decideElectorate(
  state: ElectionState,
  command: Extract<Command, { type: 'SetElectorate' }>,
  { resolved: { pack } }: DecideContext,
): Decision {
  const { electorate } = command;
  if (!pack.areas.some((area) => area.id === electorate.area)) return rejection('unknownArea', electorate.area);
  const known = electorate.id in state.electorates || pack.electorates.some((version) => version.id === electorate.id);
  if (known) return rejection('alreadyExists', electorate.id);
  return { payloads: [{ type: 'electorate.versioned', electorate }] };
}

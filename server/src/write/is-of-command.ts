import { isDeepStrictEqual } from 'node:util';

import type { FigureRevision } from '@yavka/shared/figures/figure';
import type { Command, CommandOf } from '@yavka/shared/log/command';
import type { Payload } from '@yavka/shared/log/payload';

/**
 * Whether `payload`, the first that a command has written, can be this command's: what it is about and what it says. A
 * command sent again is; another one under an id that was used before is not, and must not be told that it was written.
 */
export function isOfCommand(command: Command, payload: Payload): boolean {
  switch (command.type) {
    case 'EnterAnnouncement':
      return (
        payload.type === 'announcement.entered' &&
        payload.announcement.announcementId === command.announcementId &&
        payload.announcement.text === command.text
      );
    case 'EnterFigure':
      return saysFigure(command, payload);
    case 'CorrectFigure':
      return (
        payload.type === 'figure.corrected' &&
        payload.figureId === command.figureId &&
        payload.revision.kind === command.kind &&
        isDeepStrictEqual(payload.revision.turnout, command.turnout) &&
        payload.revision.ballots === command.ballots
      );
    case 'VerifyAnnouncement':
      return payload.type === 'figures.verified' && payload.announcementId === command.announcementId;
    case 'VerifyFigures':
      return (
        payload.type === 'figures.verified' &&
        payload.announcementId === null &&
        isDeepStrictEqual(payload.refs, command.refs)
      );
    case 'Withhold':
      return (
        payload.type === 'release.withheld' &&
        payload.withholdingId === command.withholdingId &&
        payload.until === command.until &&
        isDeepStrictEqual(payload.target, command.target)
      );
    case 'LiftWithholding':
    case 'ReleaseDue':
      return payload.type === 'withholding.lifted' && payload.withholdingId === command.withholdingId;
    case 'SetElectorate':
      return payload.type === 'electorate.versioned' && isDeepStrictEqual(payload.electorate, command.electorate);
    case 'ReportStation':
      return payload.type === 'station.reported' && isDeepStrictEqual(payload.report, command.report);
    case 'ReportStationCount':
      return payload.type === 'stations.counted' && isDeepStrictEqual(payload.count, command.count);
    case 'EnterDispatch':
      return payload.type === 'dispatch.entered' && payload.dispatch.dispatchId === command.dispatch.dispatchId;
    case 'AnswerDispatch':
      return (
        payload.type === 'dispatch.answered' &&
        payload.dispatchId === command.dispatchId &&
        isDeepStrictEqual(payload.response, command.response)
      );
    case 'VerifyDispatch':
      return payload.type === 'dispatch.released' && payload.dispatch.dispatchId === command.dispatchId;
    case 'EraseDispatchText':
      return payload.type === 'dispatch.textErased' && payload.dispatchId === command.dispatchId;
  }
}

/** A figure given by hand is entered or, where one stands that it contradicts, kept beside it. */
function saysFigure({ area, cutoff, turnout, ballots }: CommandOf<'EnterFigure'>, payload: Payload): boolean {
  const says = (said: Pick<FigureRevision, 'turnout' | 'ballots'>): boolean =>
    (ballots === null || said.ballots === ballots) &&
    // What refines a standing figure is kept as narrow as both together say.
    (turnout === null || (said.turnout !== null && said.turnout.min >= turnout.min && said.turnout.max <= turnout.max));
  if (payload.type === 'figure.entered')
    return payload.key.area === area && payload.key.cutoff === cutoff && says(payload.revision);
  return (
    payload.type === 'figure.contradicted' &&
    payload.contradiction.figureId.endsWith(`/${cutoff}/${area}`) &&
    says(payload.contradiction)
  );
}

import { composeAnnouncement } from '@yavka/shared/announcement/compose-announcement';
import type { InstantMs } from '@yavka/shared/ids';
import type { CommandInput } from '@yavka/shared/log/command';
import type { ResolvedPack } from '@yavka/shared/pack/pack';

/** One thing that happens in the replay: commands sent at an instant of the recorded day, or a quiet stretch passed over. */
export interface ReplayStep {
  readonly at: InstantMs;
  /** Sent in order; the ids are completed by the driver with the log's, so that each log has its own. */
  readonly commands: readonly WithoutId<CommandInput>[];
  /** Names the step within the day; part of the command's id. */
  readonly name: string;
  /** Where the clock is put when the step is done; null lets it run. */
  readonly thenAt: InstantMs | null;
}

type WithoutId<Command> = Command extends unknown ? Omit<Command, 'commandId'> : never;

const minute = 60_000;
/** How long an announcement waits for its second look, by the replay's clock. */
const verifiedAfter = 45_000;
/** A stretch with nothing to show longer than this is passed over, but for its ends. */
const quiet = { longerThan: 180 * minute, after: 30 * minute, before: 20 * minute };

/** The recorded day as steps in order of time: announcements composed from the recorded figures, counts of stations, and dispatches. */
export function replayScript(resolved: ResolvedPack): ReplayStep[] {
  const { pack } = resolved;
  const instant = (localTime: string): InstantMs =>
    Date.parse(`${localTime}:00Z`) - (resolved.zoneOffsets[pack.capital.zone] ?? 0) * minute;
  const announcements = (pack.recordedDay?.announcements ?? []).flatMap((recorded): ReplayStep[] => {
    const at = instant(recorded.localTime);
    const { id: announcementId, cutoff, status } = recorded;
    const text = composeAnnouncement(recorded, pack);
    const overrides = recorded.overrides.map(({ check, area, reason }) => ({
      check,
      area,
      reason: reason[recorded.language],
    }));
    const source = pack.commission.names[recorded.language];
    return [
      {
        at,
        name: `${announcementId}.enter`,
        commands: [{ type: 'EnterAnnouncement', announcementId, text, source, cutoff, status, overrides }],
        thenAt: null,
      },
      {
        at: at + verifiedAfter,
        name: `${announcementId}.verify`,
        commands: [{ type: 'VerifyAnnouncement', announcementId }],
        thenAt: null,
      },
    ];
  });
  const dispatches = (pack.recordedDay?.dispatches ?? []).flatMap((recorded): ReplayStep[] => {
    const { id: dispatchId, area, claimant, officialResponse, source, language, text, answers } = recorded;
    const at = instant(recorded.localTime);
    const verify = { type: 'VerifyDispatch', dispatchId } as const;
    const dispatch = { dispatchId, area, at, claimant, officialResponse, source, language };
    const answered = answers.map((answer, index): ReplayStep => {
      const answeredAt = instant(answer.localTime);
      const response = { officialResponse: answer.officialResponse, at: answeredAt, source: answer.source };
      return {
        at: answeredAt,
        name: `${dispatchId}.answer.${String(index)}`,
        commands: [{ type: 'AnswerDispatch', dispatchId, response }, verify],
        thenAt: null,
      };
    });
    return [
      { at, name: `${dispatchId}.enter`, commands: [{ type: 'EnterDispatch', dispatch, text }, verify], thenAt: null },
      ...answered,
    ];
  });
  const counts = pack.stationTimeline.map((point, index): ReplayStep => {
    const { target, open, closed, notYetOpen, total, source } = point;
    const asOf = instant(point.localTime);
    const count = { target, open, closed, notYetOpen, total, asOf, source };
    return {
      at: asOf,
      name: `stations.${String(index)}`,
      commands: [{ type: 'ReportStationCount', count }],
      thenAt: null,
    };
  });
  return withQuietPassedOver([...announcements, ...counts, ...dispatches].sort((a, b) => a.at - b.at));
}

function withQuietPassedOver(steps: readonly ReplayStep[]): ReplayStep[] {
  return steps.flatMap((step, index): ReplayStep[] => {
    const next = steps[index + 1];
    const begun = steps
      .slice(0, index + 1)
      .some(({ commands }) => commands.some(({ type }) => type === 'VerifyAnnouncement'));
    if (next === undefined || !begun || next.at - step.at <= quiet.longerThan) return [step];
    const pass = {
      at: step.at + quiet.after,
      name: `quiet.${String(index)}`,
      commands: [],
      thenAt: next.at - quiet.before,
    };
    return [step, pass];
  });
}

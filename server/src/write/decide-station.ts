import { formatInstant } from '@yavka/shared/format/time';
import type { InstantMs } from '@yavka/shared/ids';
import type { CommandOf } from '@yavka/shared/log/command';
import type { Rejection } from '@yavka/shared/log/rejection';
import { rejection } from '@yavka/shared/log/rejection';
import type { ElectionState } from '@yavka/shared/log/state';
import { capitalOffsetOf } from '@yavka/shared/pack/capital-offset-of';
import type { ResolvedPack } from '@yavka/shared/pack/pack';

import type { DecideContext } from './decide-context.ts';
import type { Decision } from './decision.ts';

/** What is told late of an earlier time, or arrives late, moves nothing: the newest of what a source has seen stands. */
export function decideStationReport(
  state: ElectionState,
  command: CommandOf<'ReportStation'>,
  { resolved }: DecideContext,
): Decision {
  const { report, insteadOf } = command;
  if (!resolved.pack.stations.some((station) => station.id === report.station)) {
    return rejection('unknownStation', report.station);
  }
  const older = refusalOfOlder(report, state.stations[report.station], insteadOf, resolved);
  return older ?? { payloads: [{ type: 'station.reported', report }] };
}

/** A count may differ from the schedule and from other counts; it may not exceed the total it states or the one known. */
export function decideStationCount(
  state: ElectionState,
  command: CommandOf<'ReportStationCount'>,
  { resolved }: DecideContext,
): Decision {
  const { count, insteadOf } = command;
  const target = targetOf(resolved, count.target);
  if (target === undefined) return rejection('unknownTarget', count.target);
  const { open, closed, notYetOpen } = count;
  if (open === null && closed === null && notYetOpen === null) return rejection('invalidCommand', 'no count stated');
  const counted = (open ?? 0) + (closed ?? 0) + (notYetOpen ?? 0);
  const limit = count.total ?? ('value' in target.stations ? target.stations.value : null);
  if (limit !== null && counted > limit) return rejection('impossibleCount', `${String(counted)} of ${String(limit)}`);
  const older = refusalOfOlder(count, state.stationCounts[count.target], insteadOf, resolved);
  return older ?? { payloads: [{ type: 'stations.counted', count }] };
}

interface Timed {
  readonly asOf: InstantMs;
}

/** The refusal's detail is the time of what stands, by which whoever knows it to be wrong can name it. */
function refusalOfOlder(
  told: Timed,
  stands: Timed | undefined,
  insteadOf: InstantMs | undefined,
  resolved: ResolvedPack,
): Rejection | null {
  if (stands === undefined || told.asOf >= stands.asOf || insteadOf === stands.asOf) return null;
  return rejection('olderReport', formatInstant(stands.asOf, capitalOffsetOf(resolved)));
}

function targetOf({ pack }: ResolvedPack, id: string) {
  return pack.areas.find((area) => area.id === id) ?? pack.groups.find((group) => group.id === id);
}

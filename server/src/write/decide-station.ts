import type { CommandOf } from '@yavka/shared/log/command';
import { rejection } from '@yavka/shared/log/rejection';
import type { ResolvedPack } from '@yavka/shared/pack/pack';

import type { DecideContext } from './decide-context.ts';
import type { Decision } from './decision.ts';

export function decideStationReport(command: CommandOf<'ReportStation'>, { resolved }: DecideContext): Decision {
  const { report } = command;
  if (!resolved.pack.stations.some((station) => station.id === report.station)) {
    return rejection('unknownStation', report.station);
  }
  return { payloads: [{ type: 'station.reported', report }] };
}

/** A count may differ from the schedule and from other counts; it may not exceed the total it states or the one known. */
export function decideStationCount(command: CommandOf<'ReportStationCount'>, { resolved }: DecideContext): Decision {
  const { count } = command;
  const target = targetOf(resolved, count.target);
  if (target === undefined) return rejection('unknownTarget', count.target);
  const { open, closed, notYetOpen } = count;
  if (open === null && closed === null && notYetOpen === null) return rejection('invalidCommand', 'no count stated');
  const counted = (open ?? 0) + (closed ?? 0) + (notYetOpen ?? 0);
  const limit = count.total ?? ('value' in target.stations ? target.stations.value : null);
  if (limit !== null && counted > limit) return rejection('impossibleCount', `${String(counted)} of ${String(limit)}`);
  return { payloads: [{ type: 'stations.counted', count }] };
}

function targetOf({ pack }: ResolvedPack, id: string) {
  return pack.areas.find((area) => area.id === id) ?? pack.groups.find((group) => group.id === id);
}

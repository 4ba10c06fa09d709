import type { StationGroupView } from '@yavka/shared/analysis/stations-by-group-of';
import { stationsByGroupOf } from '@yavka/shared/analysis/stations-by-group-of';
import type { StationView } from '@yavka/shared/analysis/stations-of';
import { stationsOf } from '@yavka/shared/analysis/stations-of';
import type { InstantMs } from '@yavka/shared/ids';
import type { ElectionState } from '@yavka/shared/log/state';
import type { ResolvedPack } from '@yavka/shared/pack/pack';

import type { DayCurveModel } from '../charts/day-curve-model.ts';
import { dayCurveModelOf } from '../charts/day-curve-model.ts';
import type { CombModel } from './comb-model.ts';
import { combModelOf } from './comb-model.ts';
import type { BoardChoice, FirstModel } from './first-model.ts';
import { firstModelOf } from './first-model.ts';

/** Everything the board shows, free of pixels. A part that did not change keeps its identity (see `keepSame`). */
export interface BoardModel extends FirstModel {
  readonly comb: CombModel;
  readonly curve: DayCurveModel;
  readonly groups: readonly StationGroupView[];
  readonly stations: readonly StationView[];
}

export function boardModelOf(
  state: ElectionState,
  resolved: ResolvedPack,
  choice: BoardChoice,
  now: InstantMs,
): BoardModel {
  const first = firstModelOf(state, resolved, choice, now);
  return {
    ...first,
    comb: combModelOf(state, resolved, first.cutoff, now, choice.order, choice.language),
    curve: dayCurveModelOf(state, resolved, first.cutoff, choice.pinned, now),
    groups: stationsByGroupOf(state, resolved, now),
    stations: stationsOf(state, resolved, now),
  };
}

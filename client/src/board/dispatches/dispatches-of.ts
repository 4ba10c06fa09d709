import type { DispatchState, OfficialResponse } from '@yavka/shared/dispatches/dispatch';
import type { AreaId } from '@yavka/shared/ids';
import type { ElectionState } from '@yavka/shared/log/state';

/** The released dispatches, the newest event first; of one area or of all. */
export function dispatchesOf(state: ElectionState, area: AreaId | null = null): DispatchState[] {
  return Object.values(state.dispatches)
    .filter((dispatch) => dispatch.releasedAt !== null && (area === null || dispatch.area === area))
    .toSorted((a, b) => b.at - a.at || (a.dispatchId < b.dispatchId ? -1 : 1));
}

/** What the reader keeps to. */
export interface DispatchPart {
  readonly area: AreaId | null;
  readonly response: OfficialResponse | null;
}

export function isOfPart(dispatch: DispatchState, { area, response }: DispatchPart): boolean {
  return (area === null || dispatch.area === area) && (response === null || dispatch.officialResponse === response);
}

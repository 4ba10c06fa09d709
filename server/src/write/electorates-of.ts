import type { ElectionState } from '@yavka/shared/log/state';
import type { ElectorateVersion, ResolvedPack } from '@yavka/shared/pack/pack';

/** Every known version of the electorate: the pack's and those entered since. */
export function electoratesOf(state: ElectionState, { pack }: ResolvedPack): ElectorateVersion[] {
  return [...pack.electorates, ...Object.values(state.electorates)];
}

import type { ElectionState } from '@yavka/shared/log/state';

import { useFeed } from '../../feed/store.ts';

/** Reads the newest state that the page holds when it is asked for, without drawing anything when it changes. */
export function useHeldState(): () => ElectionState | null {
  return () => useFeed.getState().state;
}

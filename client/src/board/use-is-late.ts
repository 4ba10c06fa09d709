import { isOverdueOnAir } from '@yavka/shared/scenes/is-overdue-on-air';

import { useFeed } from '../feed/store.ts';
import { useModel } from './model-store.ts';

/**
 * Whether the country's figure on the screen is older than a reader must take it to be: the next announcement is late,
 * or the one on the screen has figures and none of the country.
 */
export function useIsLate(): boolean {
  const resolved = useFeed((feed) => feed.resolved);
  const isNewest = useModel((model) => model.cutoff === model.newest);
  const due = useModel((model) => model.due);
  const isStale = useModel((model) => model.national.stale);
  return isStale === true || (isNewest === true && resolved !== null && isOverdueOnAir(due, resolved));
}

import { useMemo } from 'react';

import { useFeed } from '../../feed/store.ts';
import type { TimeScale } from './time-scale.ts';
import { timeScaleOf } from './time-scale.ts';

/** One scale for every bar of the page, from the first opening in the world to the last closing. */
export function useStationsScale(): TimeScale | null {
  const resolved = useFeed((feed) => feed.resolved);
  return useMemo(
    () =>
      resolved === null
        ? null
        : timeScaleOf([...Object.values(resolved.areaHours), ...Object.values(resolved.stationHours)]),
    [resolved],
  );
}

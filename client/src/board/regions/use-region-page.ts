import { useMemo } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useViewedNow, useViewedState } from '../../feed/viewed.ts';
import { useModel } from '../model-store.ts';
import type { RegionPageModel } from './region-page-model.ts';
import { regionPageModelOf } from './region-page-model.ts';

const minuteMs = 60_000;

/** The model of a region's page. Undefined while nothing is known yet; null for an id that is no region's. */
export function useRegionPage(area: string): RegionPageModel | null | undefined {
  const state = useViewedState((viewed) => viewed);
  const resolved = useFeed((feed) => feed.resolved);
  const now = useViewedNow(minuteMs);
  const cutoff = useModel((model) => model.cutoff);
  return useMemo(
    () =>
      state === null || resolved === null || now === null
        ? undefined
        : regionPageModelOf(state, resolved, area, cutoff, now),
    [state, resolved, area, cutoff, now],
  );
}

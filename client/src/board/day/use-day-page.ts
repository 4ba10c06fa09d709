import { useMemo } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useViewedNow, useViewedState } from '../../feed/viewed.ts';
import { useModel } from '../model-store.ts';
import { useBoardView } from '../view.ts';
import type { DayPageModel } from './day-page-model.ts';
import { dayPageModelOf } from './day-page-model.ts';

/** The page's model, derived again when the state, the cutoff or the reader's regions change, and with each minute. */
export function useDayPage(): DayPageModel | null {
  const state = useViewedState((viewed) => viewed);
  const resolved = useFeed((feed) => feed.resolved);
  const now = useViewedNow(60_000);
  const cutoff = useModel((model) => model.cutoff);
  const pinned = useBoardView((view) => view.pinned);
  return useMemo(
    () =>
      state === null || resolved === null || now === null
        ? null
        : dayPageModelOf(state, resolved, { cutoff, pinned }, now),
    [state, resolved, cutoff, pinned, now],
  );
}

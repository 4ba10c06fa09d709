import type { ReactElement } from 'react';

import { Comb } from './Comb.tsx';
import { RankingList } from './RankingList.tsx';
import { useIsNarrow } from './use-is-narrow.ts';

/** The regions under the plate: a comb, on a phone a list. */
export function NowRegions(): ReactElement {
  return useIsNarrow() ? <RankingList /> : <Comb />;
}

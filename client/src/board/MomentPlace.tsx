import type { ReactElement } from 'react';
import { Suspense } from 'react';

import { fetchCode } from '../feed/fetch-code.ts';
import { fetched } from '../ui/fetched.ts';
import { fetchWords } from '../ui/language.ts';
import { ChartBoundary } from './ChartBoundary.tsx';
import { wordSources } from './moment/word-sources.ts';
import { PageFailed } from './PageFailed.tsx';
import { useBoardView } from './view.ts';

const MomentBar = fetched(async () => {
  const bar = fetchCode(() => import('./moment/MomentBar.tsx'));
  const [{ MomentBar: Bar }] = await Promise.all([bar, fetchWords('moment', wordSources)]);
  return Bar;
});

/** Where the way through the log's moments stands when it is open; fetched when it is opened first. */
export function MomentPlace(): ReactElement | null {
  const isOpen = useBoardView((view) => view.isLeafing || view.moment !== null);
  if (!isOpen) return null;
  return (
    <ChartBoundary instead={PageFailed}>
      <Suspense fallback={<div className="moment-coming" />}>
        <MomentBar />
      </Suspense>
    </ChartBoundary>
  );
}

import type { ReactElement } from 'react';
import { lazy, Suspense } from 'react';

import { fetchWords } from '../ui/language.ts';
import { ChartBoundary } from './ChartBoundary.tsx';
import { wordSources } from './moment/word-sources.ts';
import { useBoardView } from './view.ts';

const MomentBar = lazy(async () => {
  const [{ MomentBar: Bar }] = await Promise.all([import('./moment/MomentBar.tsx'), fetchWords('moment', wordSources)]);
  return { default: Bar };
});

/** Where the way through the log's moments stands when it is open; fetched when it is opened first. */
export function MomentPlace(): ReactElement | null {
  const isOpen = useBoardView((view) => view.isLeafing || view.moment !== null);
  if (!isOpen) return null;
  return (
    <ChartBoundary instead={null}>
      <Suspense fallback={<div className="moment-coming" />}>
        <MomentBar />
      </Suspense>
    </ChartBoundary>
  );
}

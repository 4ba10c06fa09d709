import type { ReactElement } from 'react';
import { Suspense, useEffect, useRef } from 'react';

import { ChartBoundary } from './ChartBoundary.tsx';
import { NationalStrip } from './NationalStrip.tsx';
import { NowPage } from './NowPage.tsx';
import { PageFailed } from './PageFailed.tsx';
import { fetchedPages, isFetched } from './pages.ts';
import { Provenance } from './Provenance.tsx';
import { useBoardView } from './view.ts';

/** The page whose address this is. Every page but the first begins with the country's figure and the day's rail. */
export function PageShown(): ReactElement {
  const { page, area } = useBoardView((view) => view.place);
  const main = useRef<HTMLElement>(null);
  const shownBefore = useRef(`${page} ${area ?? ''}`);
  useEffect(() => {
    const shown = `${page} ${area ?? ''}`;
    if (shownBefore.current === shown) return;
    shownBefore.current = shown;
    // As after an ordinary link: at the top, and heard from the beginning.
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [page, area]);
  if (!isFetched(page)) {
    return (
      <main className="board-main" ref={main} tabIndex={-1}>
        <NowPage />
      </main>
    );
  }
  const Page = fetchedPages[page];
  return (
    <main className="page-main" ref={main} tabIndex={-1} data-page={page}>
      <NationalStrip />
      <div className="page-body">
        <Provenance />
        <ChartBoundary key={page} instead={PageFailed}>
          <Suspense fallback={<div className="page-coming" />}>
            <Page />
          </Suspense>
        </ChartBoundary>
      </div>
    </main>
  );
}

import type { ReactElement, ReactNode } from 'react';
import { Suspense } from 'react';

import { ChartBoundary } from './ChartBoundary.tsx';
import { useNewest } from './model-store.ts';
import { PageFailed } from './PageFailed.tsx';

/** Keeps the foot of a narrow page below the fold, where the part will keep it. */
const coming = <div className="part-coming" />;

/**
 * The place of a part whose code is fetched: empty until it is here; when it cannot be had, that is said. It is not
 * asked for before there is something to show: the first figure has the line for itself.
 */
export function PartBoundary({ children }: { readonly children: ReactNode }): ReactElement {
  const hasModel = useNewest(() => true) === true;
  if (!hasModel) return coming;
  return (
    <ChartBoundary instead={PageFailed}>
      <Suspense fallback={coming}>{children}</Suspense>
    </ChartBoundary>
  );
}

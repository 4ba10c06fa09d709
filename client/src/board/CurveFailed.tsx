import type { ReactElement } from 'react';

import type { Failed } from './ChartBoundary.tsx';
import { PageFailed } from './PageFailed.tsx';

/** In the place of a chart whose code did not come. */
export function CurveFailed(failed: Failed): ReactElement {
  return <PageFailed {...failed} className="curve-failed" words="curve.failed" />;
}

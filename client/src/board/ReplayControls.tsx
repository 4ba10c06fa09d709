import type { ReactElement } from 'react';
import { useState } from 'react';

import { ReplayPanel } from './fetched-parts.ts';
import { PartBoundary } from './PartBoundary.tsx';
import { tabMemory } from '../feed/tab-memory.ts';
import { takeReplayToken } from './take-replay-token.ts';

/** Pause, speed and seeking of the replayed day; only on the page opened from the address that the start printed. */
export function ReplayControls(): ReactElement | null {
  const [token] = useState(() => takeReplayToken(window, tabMemory));
  return token === null ? null : (
    <PartBoundary>
      <ReplayPanel token={token} />
    </PartBoundary>
  );
}

import type { ReactElement } from 'react';

import { ProvenancePanel } from './fetched-parts.ts';
import { PartBoundary } from './PartBoundary.tsx';
import { useBoardView } from './view.ts';

/** Where a figure comes from. It stands beside the figures, never over the number that it explains. */
export function Provenance(): ReactElement | null {
  const asked = useBoardView((view) => view.provenance);
  return asked === null ? null : (
    <PartBoundary>
      <ProvenancePanel asked={asked} />
    </PartBoundary>
  );
}

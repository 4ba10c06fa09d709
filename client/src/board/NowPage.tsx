import type { ReactElement } from 'react';

import { NowReading, NowRegions } from './fetched-parts.ts';
import { PartBoundary } from './PartBoundary.tsx';
import { Plate } from './Plate.tsx';
import { Provenance } from './Provenance.tsx';
import { useIsNarrow } from './use-is-narrow.ts';
import { useBoardView } from './view.ts';

/** The first page: the ink plate, and beside and under it a short form of every other page. */
export function NowPage(): ReactElement {
  const isNarrow = useIsNarrow();
  const isExplaining = useBoardView((view) => view.provenance !== null);
  return (
    <>
      <Plate />
      <div className="side">
        <Provenance />
        <div className="side-reading" hidden={isExplaining && !isNarrow}>
          <PartBoundary>
            <NowReading />
          </PartBoundary>
        </div>
      </div>
      <PartBoundary>
        <NowRegions />
      </PartBoundary>
    </>
  );
}

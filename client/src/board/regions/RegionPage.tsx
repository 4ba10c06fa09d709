import type { ReactElement } from 'react';

import type { AreaId } from '@yavka/shared/ids';

import { AreaDispatches } from '../dispatches/AreaDispatches.tsx';
import { RegionDay } from './RegionDay.tsx';
import { RegionEarlier } from './RegionEarlier.tsx';
import { RegionHero } from './RegionHero.tsx';
import { RegionLocator } from './RegionLocator.tsx';
import { RegionNav } from './RegionNav.tsx';
import { RegionOrigins } from './RegionOrigins.tsx';
import { RegionStations } from './RegionStations.tsx';
import { UnknownRegion } from './UnknownRegion.tsx';
import { useRegionPage } from './use-region-page.ts';

/** One region: its figure, its day, its stations' hours, earlier votes, and where every figure comes from. */
export function RegionPage({ area }: { area: AreaId }): ReactElement | null {
  const model = useRegionPage(area);
  if (model === undefined) return null;
  if (model === null) return <UnknownRegion id={area} />;
  // The commission may give no figures of the branch abroad at all; then its stations are all there is to tell.
  const hasFigures = model.area.kind !== 'abroad' || model.origins.length > 0;
  return (
    <article className="region-page" aria-labelledby="region-title">
      <RegionNav area={area} />
      <div className="region-top">
        <RegionHero model={model} />
        <RegionLocator model={model} />
      </div>
      {hasFigures ? <RegionDay model={model} /> : null}
      <div className="region-middle" data-alone={model.earlier.length === 0}>
        <RegionEarlier model={model} />
        <RegionStations area={model.area} />
      </div>
      <AreaDispatches area={area} />
      {hasFigures ? <RegionOrigins model={model} /> : null}
    </article>
  );
}

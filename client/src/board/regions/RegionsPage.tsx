import type { ReactElement } from 'react';

import { useBoardView } from '../view.ts';
import { AllRegions } from './AllRegions.tsx';
import { RegionPage } from './RegionPage.tsx';
import './regions.css';
import './region-page.css';

/** All regions, and the page of one. */
export function RegionsPage(): ReactElement {
  const area = useBoardView((view) => view.place.area);
  return area === null ? <AllRegions /> : <RegionPage area={area} />;
}

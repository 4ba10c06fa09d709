import type { ReactElement } from 'react';

import { Abroad } from './Abroad.tsx';
import { Counts } from './Counts.tsx';
import { HomeHours } from './HomeHours.tsx';
import { NextWaves } from './NextWaves.tsx';
import { WorldStrip } from './WorldStrip.tsx';
import '../page-table.css';
import './stations.css';

/** Where the polls are open, where they will be, and what was reported of them. */
export function StationsPage(): ReactElement {
  return (
    <div className="stations-page">
      <WorldStrip />
      <NextWaves />
      <Counts />
      <HomeHours />
      <Abroad />
    </div>
  );
}

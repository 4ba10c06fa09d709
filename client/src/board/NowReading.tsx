import type { ReactElement } from 'react';

import { DayCurve } from './DayCurve.tsx';
import { Ledger } from './Ledger.tsx';
import { Stations } from './Stations.tsx';

/** What stands beside the plate on the first page: the day, the stations, the announcements in short. */
export function NowReading(): ReactElement {
  return (
    <>
      <DayCurve />
      <Stations />
      <Ledger />
    </>
  );
}

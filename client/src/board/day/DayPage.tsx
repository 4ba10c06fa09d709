import type { ReactElement } from 'react';

import { AheadBehind } from './AheadBehind.tsx';
import { ChangedBorders } from './ChangedBorders.tsx';
import { Comparison } from './Comparison.tsx';
import { CurvesSection } from './CurvesSection.tsx';
import { GrowthSection } from './GrowthSection.tsx';
import { useDayPage } from './use-day-page.ts';
import '../page-table.css';
import './day.css';

/** The day's curves, what they are compared with, and how turnout grew between the cutoffs. */
export function DayPage(): ReactElement {
  const model = useDayPage();
  return (
    <div className="day-page">
      <CurvesSection model={model} />
      {model === null ? null : (
        <>
          <Comparison model={model} />
          <AheadBehind model={model} />
          <GrowthSection model={model} />
          <ChangedBorders model={model} />
        </>
      )}
    </div>
  );
}

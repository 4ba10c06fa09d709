import type { ReactElement } from 'react';

import { useTranslation } from '../ui/use-translation.ts';
import { ReportedStations } from './ReportedStations.tsx';
import { StationCountForm } from './StationCountForm.tsx';
import { StationForm } from './StationForm.tsx';

/** What sources say of stations: of one by its name, or as a count for an area or a group. */
export function StationsSection(): ReactElement {
  const { t } = useTranslation('desk');
  return (
    <section id="stations" className="stations" aria-labelledby="stations-title">
      <h2 id="stations-title">{t('stations.title')}</h2>
      <div className="stations-columns">
        <StationForm />
        <StationCountForm />
        <ReportedStations />
      </div>
    </section>
  );
}

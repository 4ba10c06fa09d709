import type { ReactElement } from 'react';

import { useTranslation } from '../ui/use-translation.ts';
import { CurveNotes } from './CurveNotes.tsx';
import { CurvePicture } from './CurvePicture.tsx';
import { CurveTable } from './CurveTable.tsx';
import { useModel } from './model-store.ts';
import { PageLink } from './PageLink.tsx';
import { PinList } from './PinList.tsx';
import { SameHourLine } from './SameHourLine.tsx';

/** The day so far beside earlier votes: the country, and up to five regions of the reader's choice. */
export function DayCurve({ onDraw }: { onDraw?: () => void }): ReactElement {
  const { t } = useTranslation('board');
  const isEmpty = useModel((model) => model.cutoff === null) ?? true;
  return (
    <section className="curve" id="curve" aria-labelledby="curve-title">
      <div className="section-head">
        <h2 id="curve-title">
          <PageLink to={{ page: 'day', area: null }}>{t('section.curve')}</PageLink>
        </h2>
        <p className="section-note">{isEmpty ? t('curve.empty') : t('curve.unit')}</p>
      </div>
      <CurvePicture onDraw={onDraw} />
      <SameHourLine />
      <div className="curve-foot">
        <PinList />
        <CurveNotes />
      </div>
      <CurveTable />
    </section>
  );
}

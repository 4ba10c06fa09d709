import { describeTurnout, formatPoints } from '@yavka/shared/format/number';
import type { ReactElement } from 'react';
import { useRef } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useViewedState } from '../../feed/viewed.ts';
import { useLanguage } from '../../ui/language.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { CurveNotes } from '../CurveNotes.tsx';
import { CurvePicture } from '../CurvePicture.tsx';
import { CurveTable } from '../CurveTable.tsx';
import { useModel } from '../model-store.ts';
import { PageLink } from '../PageLink.tsx';
import { SameHourLine } from '../SameHourLine.tsx';
import { TakeChart } from '../TakeChart.tsx';
import { useAreaWords } from '../use-area-words.ts';
import { useCutoffLabel } from '../use-cutoff-label.ts';
import { useBoardView } from '../view.ts';
import type { DayPageModel } from './day-page-model.ts';
import { RegionChooser } from './RegionChooser.tsx';
import { VoteSwitch } from './VoteSwitch.tsx';

/** The chart as large as the page allows, what it says in a sentence, and the choice of regions and earlier votes. */
export function CurvesSection({ model }: { model: DayPageModel | null }): ReactElement {
  const { t } = useTranslation('board');
  const isEmpty = useModel((board) => board.cutoff === null) ?? true;
  const hidden = useBoardView((view) => view.hiddenVotes);
  const section = useRef<HTMLElement>(null);
  return (
    <section ref={section} className="day-curves" aria-labelledby="day-title">
      <div className="section-head">
        <h2 id="day-title">{t('section.curve')}</h2>
        <p className="section-note">{isEmpty ? t('curve.empty') : t('curve.unit')}</p>
        <TakeChart
          name="day"
          title={t('section.curve')}
          unit={t('curve.unit')}
          section={section}
          parts=".curve-picture"
        />
      </div>
      <div className="day-curves-body">
        <div className="day-curves-main">
          <DaySentence model={model} />
          <CurvePicture hiddenVotes={hidden} />
          <VoteSwitch />
          <DispatchesLink />
          <CurveNotes />
          <CurveTable />
        </div>
        <RegionChooser />
      </div>
    </section>
  );
}

/** What the marks on the axis are, and the way to them. */
function DispatchesLink(): ReactElement | null {
  const { t } = useTranslation('day');
  const number = useViewedState(
    (state) => Object.values(state?.dispatches ?? {}).filter(({ releasedAt }) => releasedAt !== null).length,
  );
  if (number === 0) return null;
  return (
    <p className="day-dispatches">
      <PageLink to={{ page: 'dispatches', area: null }}>{t('dispatches', { number })}</PageLink>
    </p>
  );
}

/** What the chart says, for readers in a hurry and for those who hear the page. */
function DaySentence({ model }: { model: DayPageModel | null }): ReactElement | null {
  const { t } = useTranslation('day');
  const { t: board } = useTranslation('board');
  const language = useLanguage();
  const words = useAreaWords();
  const labelOf = useCutoffLabel();
  const shown = useModel((each) => each.cutoff);
  const root = useFeed((feed) => feed.resolved?.pack.root);
  const approachWidth = useFeed((feed) => feed.resolved?.pack.approachWidth);
  const point = model?.compared.find((each) => each.cutoff === shown);
  if (model === null || point === undefined || point.turnout === null) return null;
  const growth = model.growth.find(({ area }) => area === model.focus)?.steps.find((step) => step.until === shown);
  const isExactGrowth =
    growth?.growth !== undefined && growth.growth !== null && growth.growth.min === growth.growth.max;
  return (
    <div className="day-sentence">
      <p>
        <b>
          {t('say.figure', {
            area: model.focus === root ? board('curve.country') : words.nameOf(model.focus),
            label: labelOf(point.cutoff),
            turnout: describeTurnout(point.turnout, language, approachWidth),
          })}
        </b>{' '}
        {isExactGrowth && growth.since !== null && growth.growth !== null
          ? t('say.growth', { since: labelOf(growth.since), points: formatPoints(growth.growth.min, language, 2) })
          : null}
      </p>
      <SameHourLine />
    </div>
  );
}

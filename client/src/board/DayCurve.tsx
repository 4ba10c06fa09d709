import { formatPoints } from '@yavka/shared/format/number';
import type { AreaId, Language, Localized } from '@yavka/shared/ids';
import type { EarlierVote } from '@yavka/shared/pack/pack';
import type { ReactElement } from 'react';
import { Fragment, lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { ChartBoundary } from './ChartBoundary.tsx';
import { CurveNotes } from './CurveNotes.tsx';
import { CurveTable } from './CurveTable.tsx';
import { seriesInksOf } from './series-inks.ts';
import { useModel } from './model-store.ts';
import { NowTear } from './NowTear.tsx';
import { PinList } from './PinList.tsx';
import { useAreaWords } from './use-area-words.ts';
import { useBox } from './use-box.ts';

const DayCurveChart = lazy(async () => {
  const { DayCurveChart: chart } = await import('../charts/DayCurveChart.tsx');
  return { default: chart };
});

/** The day so far beside earlier votes: the country, and up to five regions of the reader's choice. */
export function DayCurve({ onDraw }: { onDraw?: () => void }): ReactElement {
  const { t } = useTranslation('board');
  const isEmpty = useModel((model) => model.cutoff === null) ?? true;
  return (
    <section className="curve" id="curve" aria-labelledby="curve-title">
      <div className="section-head">
        <h2 id="curve-title">{t('section.curve')}</h2>
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

function CurvePicture({ onDraw }: { onDraw: (() => void) | undefined }): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const words = useAreaWords();
  const [ref, box] = useBox<HTMLDivElement>();
  const model = useModel((board) => board.curve);
  const shownX = useModel((board) => board.curve.ticks.find((tick) => tick.cutoff === board.cutoff)?.x ?? null);
  const bands = useFeed((feed) => feed.resolved?.pack.bands);
  const cutoffs = useFeed((feed) => feed.resolved?.pack.cutoffs);
  const year = useFeed((feed) => feed.resolved?.pack.date.slice(0, 4)) ?? '';
  const nameOf = words.nameOf;
  const tickLabels = useMemo(
    () => Object.fromEntries((cutoffs ?? []).map((cutoff) => [cutoff.id, cutoff.label[language]])),
    [cutoffs, language],
  );
  const inks = useMemo(
    () => (model === null ? {} : seriesInksOf(model, bands ?? [], { country: year, nameOf, language })),
    [model, bands, year, nameOf, language],
  );
  const named = model === null ? '' : model.series.map((series) => inks[series.id]?.label ?? '').join(', ');
  return (
    <div className="curve-picture" ref={ref} role="img" aria-label={t('curve.alt', { series: named })}>
      {box === null || model === null ? null : (
        <>
          <NowTear width={box.width} height={box.height} domain={model.domain} />
          <ChartBoundary instead={<p className="curve-failed">{t('curve.failed')}</p>}>
            <Suspense fallback={null}>
              <DayCurveChart
                width={box.width}
                height={box.height}
                model={model}
                language={language}
                inks={inks}
                tickLabels={tickLabels}
                shownX={shownX}
                onDraw={onDraw}
              />
            </Suspense>
          </ChartBoundary>
        </>
      )}
    </div>
  );
}

/** How the shown figure stands beside earlier votes at the same hour: points, only between exact figures. */
function SameHourLine(): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const words = useAreaWords();
  const sameHour = useModel((model) => model.curve.sameHour);
  const focus = useModel((model) => model.curve.focus);
  const votes = useFeed((feed) => feed.resolved?.pack.earlierVotes);
  const root = useFeed((feed) => feed.resolved?.pack.root);
  const isFinal = sameHour?.[0]?.slot === 'final';
  const known = (sameHour ?? []).filter((each) => each.difference !== null);
  return (
    <p className="same-hour">
      {known.length === 0 ? t('sameHour.none') : null}
      {known.length > 0 && focus !== null && focus !== root ? `${words.nameOf(focus)}: ` : null}
      {known.length > 0 ? t(isFinal ? 'sameHour.leadFinal' : 'sameHour.lead') : null}
      {known.map((each, index) => (
        <Fragment key={each.vote}>
          {index === 0 ? ' ' : ' · '}
          <span>
            {shortTitle(votes, each.vote, language)}{' '}
            <b>{formatPoints(each.difference ?? 0, language, each.decimals)}</b>
            {each.mark === null ? '' : '*'}
          </span>
        </Fragment>
      ))}
    </p>
  );
}

function shortTitle(votes: readonly EarlierVote[] | undefined, id: AreaId, language: Language): string {
  const title: Localized | undefined = votes?.find((vote) => vote.id === id)?.shortTitle;
  return title?.[language] ?? id;
}

import type { ReactElement } from 'react';
import { Suspense, useMemo } from 'react';

import type { DayCurveModel } from '../charts/day-curve-model.ts';
import { rightMarginOf } from '../charts/plot-margin.ts';
import type { SeriesInk } from '../charts/series-ink.ts';
import { fetchCode } from '../feed/fetch-code.ts';
import { useFeed } from '../feed/store.ts';
import { fetched } from '../ui/fetched.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { ChartBoundary } from './ChartBoundary.tsx';
import { CurveFailed } from './CurveFailed.tsx';
import { DispatchTicks } from './DispatchTicks.tsx';
import { useModel } from './model-store.ts';
import { NowTear } from './NowTear.tsx';
import { seriesInksOf } from './series-inks.ts';
import { useAreaWords } from './use-area-words.ts';
import { useBox } from './use-box.ts';

const DayCurveChart = fetched(async () => (await fetchCode(() => import('../charts/DayCurveChart.tsx'))).DayCurveChart);

interface Props {
  /** Earlier votes that the reader has taken off the chart. */
  readonly hiddenVotes?: readonly string[];
  /** Told each time the chart is really drawn; a test counts. */
  readonly onDraw?: (() => void) | undefined;
}

const none: readonly string[] = [];

/** The day's chart as wide and high as its place, with now as its tear line. */
export function CurvePicture({ hiddenVotes = none, onDraw }: Props): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const words = useAreaWords();
  const [ref, box] = useBox<HTMLDivElement>();
  const whole = useModel((board) => board.curve);
  const model = useMemo(() => (whole === null ? null : withoutVotes(whole, hiddenVotes)), [whole, hiddenVotes]);
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
  const right = useMemo(() => rightMarginOf(labelsOf(model, inks), box?.width ?? 0), [model, inks, box]);
  const named = model === null ? '' : model.series.map((series) => inks[series.id]?.label ?? '').join(', ');
  return (
    <div className="curve-picture" ref={ref} role="img" aria-label={t('curve.alt', { series: named })}>
      {box === null || model === null ? null : (
        <>
          <NowTear width={box.width} height={box.height} right={right} domain={model.domain} />
          <DispatchTicks width={box.width} height={box.height} right={right} domain={model.domain} />
          <ChartBoundary instead={CurveFailed}>
            <Suspense fallback={null}>
              <DayCurveChart
                width={box.width}
                height={box.height}
                right={right}
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

function withoutVotes(model: DayCurveModel, hidden: readonly string[]): DayCurveModel {
  if (hidden.length === 0) return model;
  return { ...model, series: model.series.filter(({ kind, id }) => kind !== 'earlier' || !hidden.includes(id)) };
}

/** Each line's name with the room of its last value. */
function labelsOf(model: DayCurveModel | null, inks: Readonly<Record<string, SeriesInk>>): string[] {
  return (model?.series ?? []).map((series) => `${inks[series.id]?.label ?? ''} 00,00`);
}

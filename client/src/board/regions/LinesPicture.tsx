import type { ReactElement } from 'react';
import { Suspense, useMemo } from 'react';

import type { DayCurveModel } from '../../charts/day-curve-model.ts';
import { rightMarginOf } from '../../charts/plot-margin.ts';
import type { SeriesInk } from '../../charts/series-ink.ts';
import { fetchCode } from '../../feed/fetch-code.ts';
import { useFeed } from '../../feed/store.ts';
import { fetched } from '../../ui/fetched.ts';
import { useLanguage } from '../../ui/language.ts';
import { ChartBoundary } from '../ChartBoundary.tsx';
import { CurveFailed } from '../CurveFailed.tsx';
import { useModel } from '../model-store.ts';
import { NowTear } from '../NowTear.tsx';
import { useBox } from '../use-box.ts';
import { plotHoursOf } from './plot-hours-of.ts';
import { RankLine } from './RankLine.tsx';
import type { RegionHour } from './region-page-model.ts';

const DayCurveChart = fetched(
  async () => (await fetchCode(() => import('../../charts/DayCurveChart.tsx'))).DayCurveChart,
);

/** Lines over the day, with the edge of the known behind them; the chart's code comes when it is needed. */
export function LinesPicture({
  model,
  inks,
  label,
  places,
}: {
  model: DayCurveModel;
  inks: Readonly<Record<string, SeriesInk>>;
  label: string;
  /** A region's places, drawn under its line at the same hours. */
  places?: { readonly hours: readonly RegionHour[]; readonly ranked: number };
}): ReactElement {
  const language = useLanguage();
  const [ref, box] = useBox<HTMLDivElement>();
  const cutoff = useModel((board) => board.cutoff);
  const cutoffs = useFeed((feed) => feed.resolved?.pack.cutoffs);
  const shownX = model.ticks.find((tick) => tick.cutoff === cutoff)?.x ?? null;
  const tickLabels = useMemo(
    () => Object.fromEntries((cutoffs ?? []).map((each) => [each.id, each.label[language]])),
    [cutoffs, language],
  );
  const right = useMemo(() => {
    const named = model.series.map((series) => `${inks[series.id]?.label ?? ''} 00,00`);
    return rightMarginOf(named, box?.width ?? 0);
  }, [model, inks, box]);
  return (
    <>
      <div className="curve-picture lines-picture" ref={ref} role="img" aria-label={label}>
        {box === null ? null : (
          <>
            <NowTear width={box.width} height={box.height} right={right} domain={model.domain} />
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
                />
              </Suspense>
            </ChartBoundary>
          </>
        )}
      </div>
      {box === null || places === undefined ? null : (
        <RankLine {...places} ticks={model.ticks} plot={plotHoursOf(model.domain, box.width, right)} />
      )}
    </>
  );
}

import type { ReactElement, ReactNode } from 'react';
import { Suspense, useMemo } from 'react';

import type { DayCurveModel } from '../charts/day-curve-model.ts';
import { rightMarginOf } from '../charts/plot-margin.ts';
import type { SeriesInk } from '../charts/series-ink.ts';
import { fetchCode } from '../feed/fetch-code.ts';
import { useFeed } from '../feed/store.ts';
import { fetched } from '../ui/fetched.ts';
import { useLanguage } from '../ui/language.ts';
import { ChartBoundary } from './ChartBoundary.tsx';
import { CurveFailed } from './CurveFailed.tsx';
import { DispatchTicks } from './DispatchTicks.tsx';
import { useModel } from './model-store.ts';
import { NowTear } from './NowTear.tsx';
import { useBox } from './use-box.ts';

const DayCurveChart = fetched(async () => (await fetchCode(() => import('../charts/DayCurveChart.tsx'))).DayCurveChart);

interface Props {
  /** Null: not known yet, and its place is kept. */
  readonly model: DayCurveModel | null;
  readonly inks: Readonly<Record<string, SeriesInk>>;
  /** What the picture says, for ears. */
  readonly label: string;
  readonly className: string;
  /** Marks the dispatches on the axis. */
  readonly hasDispatches?: boolean;
  /** Told each time the chart is really drawn; a test counts. */
  readonly onDraw?: (() => void) | undefined;
  /** What is drawn under the chart over the same hours. */
  readonly renderBelow?: ((plot: { readonly width: number; readonly right: number }) => ReactNode) | undefined;
}

/** Lines over the day as wide and high as their place, with now as their tear line; the chart's code comes when it is needed. */
export function CurveFrame(props: Props): ReactElement {
  const { model, inks, label, className, hasDispatches = false, onDraw, renderBelow } = props;
  const language = useLanguage();
  const [ref, box] = useBox<HTMLDivElement>();
  const cutoff = useModel((board) => board.cutoff);
  const cutoffs = useFeed((feed) => feed.resolved?.pack.cutoffs);
  const shownX = model?.ticks.find((tick) => tick.cutoff === cutoff)?.x ?? null;
  const tickLabels = useMemo(
    () => Object.fromEntries((cutoffs ?? []).map((each) => [each.id, each.label[language]])),
    [cutoffs, language],
  );
  const right = useMemo(() => rightMarginOf(labelsOf(model, inks), box?.width ?? 0), [model, inks, box]);
  return (
    <>
      <div className={className} ref={ref} role="img" aria-label={label}>
        {box === null || model === null ? null : (
          <>
            <NowTear width={box.width} height={box.height} right={right} domain={model.domain} />
            {hasDispatches ? (
              <DispatchTicks width={box.width} height={box.height} right={right} domain={model.domain} />
            ) : null}
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
      {box === null || model === null ? null : renderBelow?.({ width: box.width, right })}
    </>
  );
}

/** Each line's name with the room of its last value. */
function labelsOf(model: DayCurveModel | null, inks: Readonly<Record<string, SeriesInk>>): string[] {
  return (model?.series ?? []).map((series) => `${inks[series.id]?.label ?? ''} 00,00`);
}

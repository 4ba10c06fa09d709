import { formatPoints } from '@yavka/shared/format/number';
import type { Growth, GrowthStep } from '@yavka/shared/analysis/growth-of-day';
import type { InstantMs, Language } from '@yavka/shared/ids';
import type { ReactElement } from 'react';
import { memo, useRef } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useLanguage } from '../../ui/language.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { useModel } from '../model-store.ts';
import { TakeChart } from '../TakeChart.tsx';
import { useAreaWords } from '../use-area-words.ts';
import { useBox } from '../use-box.ts';
import { useCutoffLabel } from '../use-cutoff-label.ts';
import type { DayPageModel } from './day-page-model.ts';
import type { GrowthBar } from './growth-bars-of.ts';
import { growthBarsOf } from './growth-bars-of.ts';

const rowHeight = 118;
const plot = { top: 24, left: 4, right: 4, bottom: 4 } as const;

/** Growth between the cutoffs: the country's, and that of each region on the charts, all to one scale. */
export function GrowthSection({ model }: { model: DayPageModel }): ReactElement {
  const { t } = useTranslation('day');
  const { t: board } = useTranslation('board');
  const words = useAreaWords();
  const section = useRef<HTMLElement>(null);
  const root = useFeed((feed) => feed.resolved?.pack.root);
  const domain = useModel((each) => each.curve.domain[1]);
  const rows = model.growth.map(({ area, steps }) => ({ area, steps, bars: growthBarsOf(steps) }));
  const all = rows.flatMap(({ bars }) => bars);
  const from = Math.min(...all.map((bar) => bar.from));
  const top = Math.max(1, ...all.map((bar) => bar.high));
  const bottom = Math.min(0, ...all.map((bar) => bar.low));
  const end = useLastDated() ?? domain ?? from + 1;
  return (
    <section ref={section} className="day-growth" aria-labelledby="growth-title">
      <div className="section-head">
        <h2 id="growth-title">{t('growth.title')}</h2>
        <p className="section-note">{t('growth.note')}</p>
        {all.length === 0 ? null : (
          <TakeChart
            name="growth"
            title={t('growth.title')}
            unit={t('growth.note')}
            section={section}
            parts=".growth-row"
          />
        )}
      </div>
      {all.length === 0 ? <p className="day-note">{board('curve.empty')}</p> : null}
      {rows.map(({ area, steps, bars }) =>
        bars.length === 0 ? null : (
          <div key={area} className="growth-row" data-area={area}>
            <h3>{area === root ? board('curve.country') : words.nameOf(area)}</h3>
            <GrowthPicture bars={bars} scale={{ from, to: end, top, bottom }} />
            <GrowthAfter steps={steps} />
          </div>
        ),
      )}
    </section>
  );
}

/** The last reporting time of the day that has an hour. */
function useLastDated(): InstantMs | null {
  const ticks = useModel((model) => model.curve.ticks);
  return ticks?.findLast((tick) => tick.isDated)?.x ?? null;
}

interface Scale {
  readonly from: InstantMs;
  readonly to: InstantMs;
  readonly top: number;
  readonly bottom: number;
}

function GrowthPicture({ bars, scale }: { bars: readonly GrowthBar[]; scale: Scale }): ReactElement {
  const language = useLanguage();
  const labelOf = useCutoffLabel();
  const { t } = useTranslation('day');
  const [ref, box] = useBox<HTMLDivElement>();
  const hours = bars.map((bar) => labelOf(bar.until));
  const said = bars
    .map(
      (bar) =>
        `${bar.since === null ? t('growth.opening') : labelOf(bar.since)}–${labelOf(bar.until)}: ${growthText(bar.growth, language)}`,
    )
    .join('; ');
  return (
    <div className="growth-picture" ref={ref} role="img" aria-label={said} style={{ height: rowHeight }}>
      {box === null ? null : (
        <GrowthBars
          width={box.width}
          bars={bars}
          scale={scale}
          language={language}
          opening={t('growth.opening')}
          hours={hours}
        />
      )}
    </div>
  );
}

const GrowthBars = memo(function GrowthBars({
  width,
  bars,
  scale,
  language,
  opening,
  hours,
}: {
  width: number;
  bars: readonly GrowthBar[];
  scale: Scale;
  language: Language;
  opening: string;
  /** When each bar ends. */
  hours: readonly string[];
}): ReactElement {
  const xOf = (at: InstantMs): number =>
    plot.left + ((width - plot.left - plot.right) * (at - scale.from)) / Math.max(1, scale.to - scale.from);
  const inner = rowHeight - plot.top - plot.bottom - 16;
  const yOf = (value: number): number => plot.top + (inner * (scale.top - value)) / (scale.top - scale.bottom);
  const zero = yOf(0);
  return (
    <svg width={width} height={rowHeight} aria-hidden="true">
      <line className="growth-zero" x1={xOf(scale.from)} x2={xOf(scale.to)} y1={zero} y2={zero} />
      {bars.map((bar, index) => {
        const [left, right] = [xOf(bar.from) + 1, xOf(bar.to) - 1];
        const isExact = bar.growth.min === bar.growth.max;
        const sure = bar.low > 0 ? bar.low : isExact ? bar.low : 0;
        const text = growthText(bar.growth, language).replace(/\u00a0\S.*$/u, '');
        return (
          <g key={bar.until} className="growth-bar" data-sign={isExact ? Math.sign(bar.growth.min) : 0}>
            <rect
              x={left}
              width={right - left}
              y={Math.min(zero, yOf(sure))}
              height={Math.max(1, Math.abs(zero - yOf(sure)))}
            />
            {isExact ? null : (
              <rect
                className="growth-reach"
                x={left}
                width={right - left}
                y={yOf(bar.high)}
                height={Math.max(1, yOf(Math.max(0, bar.low)) - yOf(bar.high))}
              />
            )}
            <text x={(left + right) / 2} y={Math.min(zero, yOf(bar.high)) - 5} textAnchor="middle">
              {text}
            </text>
            <text className="growth-hour" x={right + 1} y={zero + 14} textAnchor="middle">
              {hours[index]}
            </text>
            {bar.since === null ? (
              <text className="growth-opening" x={left} y={zero + 14}>
                {opening}
              </text>
            ) : null}
          </g>
        );
      })}
    </svg>
  );
});

/** What came after the last hour: the final figure has a day only, so no bar can say how fast. */
function GrowthAfter({ steps }: { steps: readonly GrowthStep[] }): ReactElement | null {
  const { t } = useTranslation('day');
  const language = useLanguage();
  const labelOf = useCutoffLabel();
  const last = steps.findLast((step) => step.to === null && step.growth !== null);
  if (last === undefined || last.growth === null || last.since === null) return null;
  return (
    <p className="growth-after">
      {t('growth.final', { since: labelOf(last.since), points: growthText(last.growth, language) })}
    </p>
  );
}

/** `+15,18 п. п.`, or from least to most where an end is a range. */
function growthText({ min, max }: Growth, language: Language): string {
  if (min === max) return formatPoints(min, language, 2);
  return `${formatPoints(min, language, 2).replace(/\u00a0\S.*$/u, '')}…${formatPoints(max, language, 2)}`;
}

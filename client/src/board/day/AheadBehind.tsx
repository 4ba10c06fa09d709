import { formatPoints } from '@yavka/shared/format/number';
import type { Language } from '@yavka/shared/ids';
import type { ReactElement } from 'react';
import { memo, useRef } from 'react';

import { rightMarginOf } from '../../charts/plot-margin.ts';
import { spreadLabels } from '../../charts/spread-labels.ts';
import { useFeed } from '../../feed/store.ts';
import { useLanguage } from '../../ui/language.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { TakeChart } from '../TakeChart.tsx';
import { useAreaWords } from '../use-area-words.ts';
import { useBox } from '../use-box.ts';
import { useCutoffLabel } from '../use-cutoff-label.ts';
import { useBoardView } from '../view.ts';
import type { AheadLine } from './ahead-lines-of.ts';
import { aheadLinesOf, aheadScaleOf } from './ahead-lines-of.ts';
import type { DayPageModel } from './day-page-model.ts';

const height = 236;
const margin = { top: 14, bottom: 24, left: 44 } as const;
/** Pixels that one hour's words need on the axis. */
const hourWidth = 36;
const dashes: readonly (string | undefined)[] = [undefined, '5 3', '1.5 3'];

/** Points ahead of each earlier vote at the same hour, or behind it: above the line of no difference, or under it. */
export function AheadBehind({ model }: { model: DayPageModel }): ReactElement {
  const { t } = useTranslation('day');
  const { t: board } = useTranslation('board');
  const language = useLanguage();
  const words = useAreaWords();
  const labelOf = useCutoffLabel();
  const pack = useFeed((feed) => feed.resolved?.pack);
  const hidden = useBoardView((view) => view.hiddenVotes);
  const section = useRef<HTMLElement>(null);
  const [ref, box] = useBox<HTMLDivElement>();
  const lines = aheadLinesOf(model.compared, pack?.earlierVotes ?? []).filter(({ vote }) => !hidden.includes(vote));
  const hours = model.compared.map(({ cutoff }) => labelOf(cutoff));
  const said = lines.map((line) => sentenceOf(line, language)).join('; ');
  const subject = model.focus === pack?.root ? board('curve.country') : words.nameOf(model.focus);
  return (
    <section ref={section} className="day-ahead" aria-labelledby="ahead-title">
      <div className="section-head">
        <h2 id="ahead-title">{t('ahead.title')}</h2>
        <p className="section-note">{t('ahead.note', { area: subject })}</p>
        {lines.length === 0 ? null : (
          <TakeChart
            name="ahead"
            title={t('ahead.title')}
            unit={t('ahead.note', { area: subject })}
            section={section}
            parts=".ahead-picture"
          />
        )}
      </div>
      <div className="ahead-picture" ref={ref} style={{ height }}>
        {lines.length === 0 ? (
          <p className="day-note">{board('sameHour.none')}</p>
        ) : box === null ? null : (
          <AheadChart
            width={box.width}
            lines={lines}
            hours={hours}
            language={language}
            said={t('ahead.alt', { said })}
          />
        )}
      </div>
    </section>
  );
}

function sentenceOf(line: AheadLine, language: Language): string {
  const last = line.points.findLast((point) => point.difference !== null);
  return `${line.title[language]}: ${last?.difference === undefined || last.difference === null ? '–' : formatPoints(last.difference, language, last.decimals)}`;
}

/** With its sign and without its unit, which the section's head names. */
function numberOf(hundredths: number, language: Language, decimals: 0 | 1 | 2): string {
  return formatPoints(hundredths, language, decimals).split('\u00a0')[0] ?? '';
}

const AheadChart = memo(function AheadChart({
  width,
  lines,
  hours,
  language,
  said,
}: {
  width: number;
  lines: readonly AheadLine[];
  hours: readonly string[];
  language: Language;
  said: string;
}): ReactElement {
  const scale = aheadScaleOf(lines);
  const right = rightMarginOf(
    lines.map((line) => `${line.title[language]} −00,00`),
    width,
  );
  const plotWidth = Math.max(60, width - margin.left - right);
  const plotHeight = height - margin.top - margin.bottom;
  // Every other hour, from the last, where they would run together.
  const isTight = plotWidth / hours.length < hourWidth;
  const xOf = (index: number): number => margin.left + (plotWidth * (index + 0.5)) / Math.max(1, hours.length);
  const yOf = (hundredths: number): number =>
    margin.top + (plotHeight * (scale.max - hundredths)) / Math.max(1, scale.max - scale.min);
  const ends = lines.flatMap((line) => {
    const index = line.points.findLastIndex((point) => point.difference !== null);
    const point = line.points[index];
    return point === undefined || point.difference === null
      ? []
      : [
          {
            line,
            x: xOf(index),
            y: yOf(point.difference),
            value: numberOf(point.difference, language, point.decimals),
          },
        ];
  });
  const places = spreadLabels(
    ends.map(({ line, y }) => ({ id: line.vote, wanted: y })),
    16,
    { top: margin.top, bottom: margin.top + plotHeight },
  );
  return (
    <svg width={width} height={height} role="img" aria-label={said}>
      {scale.steps.map((step) => (
        <g key={step} className={step === 0 ? 'ahead-zero' : 'ahead-step'}>
          <line x1={margin.left} x2={margin.left + plotWidth} y1={yOf(step)} y2={yOf(step)} />
          <text x={margin.left - 8} y={yOf(step)} dy="0.34em" textAnchor="end">
            {numberOf(step, language, 0)}
          </text>
        </g>
      ))}
      {hours.map((hour, index) =>
        isTight && (hours.length - index) % 2 === 0 ? null : (
          <text key={hour} className="ahead-hour" x={xOf(index)} y={height - 6} textAnchor="middle">
            {hour}
          </text>
        ),
      )}
      {lines.map((line) => (
        <g key={line.vote} className="ahead-line">
          {line.points.slice(1).map((point, index) => {
            const before = line.points[index];
            // Neighbours only: a gap stays one, and no line leads to a point without an hour.
            if (before?.difference == null || point.difference === null || !point.isDated) return null;
            return (
              <line
                key={point.cutoff}
                x1={xOf(index)}
                y1={yOf(before.difference)}
                x2={xOf(index + 1)}
                y2={yOf(point.difference)}
                strokeDasharray={dashes[line.place % dashes.length]}
              />
            );
          })}
          {line.points.map((point, index) =>
            point.difference === null ? null : (
              <circle key={point.cutoff} cx={xOf(index)} cy={yOf(point.difference)} r={3.2} />
            ),
          )}
        </g>
      ))}
      {ends.map(({ line, x, y, value }) => {
        const place = places.get(line.vote) ?? y;
        const edge = margin.left + plotWidth + 12;
        return (
          <g key={line.vote} className="ahead-end">
            <path d={`M${x + 6} ${y}L${edge - 8} ${y}L${edge - 2} ${place}`} />
            <text x={edge} y={place} dy="0.34em">
              {line.title[language]} <tspan>{value}</tspan>
            </text>
          </g>
        );
      })}
    </svg>
  );
});

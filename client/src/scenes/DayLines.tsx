import type { CurvePoint, NationalScene } from '@yavka/shared/scenes/national-scene-of';
import type { ReactElement } from 'react';
import { memo } from 'react';

import type { Point } from './clear-place.ts';
import { bracketOf, drawnOf, nameAt, numberAt } from './drawn-on-plot.ts';
import { isBelowThen, piecesOf, plot, pointAt, x, y } from './plot.ts';
import type { Bracket, Drawn, WordsPlace } from './plot-words.ts';
import { againstLines, againstStep, differenceStep, placeDifference, placeEarlier } from './plot-words.ts';

const grid = [2500, 5000, 7500, 10_000];

/**
 * The country's day beside an earlier vote's, as straight lines between published points; a gap breaks the line. What
 * is known stands on the lighter ground, now is the tear line, and beyond it nothing is drawn but the earlier vote.
 */
export const DayLines = memo(function DayLines({ scene }: { readonly scene: NationalScene }): ReactElement {
  const { points, earlier, nowAt, times } = scene;
  const known = points.filter((point) => point !== null);
  const newest = known.at(-1);
  const shown = newest !== undefined && newest.min === newest.max ? newest : null;
  const edge = newest === undefined ? plot.left : newest.x >= 1 ? plot.right : x(newest.x);
  const nowX = nowAt === null ? null : Math.max(x(nowAt), edge);
  const then = earlier?.points.find((point) => point?.cutoff === newest?.cutoff) ?? null;
  const drawn = drawnOf(scene, nowX);
  const thenAt = then === null ? null : pointAt(then);
  const label = earlier?.label ?? null;
  const labelPlace =
    label === null || thenAt === null || then === null
      ? null
      : placeEarlier(label, thenAt, then.min > (newest?.min ?? 0), drawn);
  return (
    <svg className="day-lines" width="1920" height="1080" viewBox="0 0 1920 1080" aria-hidden="true">
      <rect
        x={plot.left - 96}
        y={plot.head - 40}
        width={plot.right - plot.left + 124}
        height={plot.foot - plot.head + 130}
        className="plot-ground"
      />
      <rect
        x={plot.left}
        y={plot.head}
        width={edge - plot.left}
        height={plot.foot - plot.head}
        className="plot-known"
      />
      {grid.map((value) => (
        <g key={value}>
          <line x1={plot.left} x2={plot.right} y1={y(value)} y2={y(value)} className="plot-grid" />
          <text x={plot.left - 16} y={y(value) + 9} className="plot-value">
            {value / 100}
            {value === 10_000 ? ' %' : ''}
          </text>
        </g>
      ))}
      <Axis scene={scene} edge={edge} />
      {earlier === null ? null : (
        <g className="plot-earlier">
          {segmentsOf(earlier.points).map((d) => (
            <path key={d} d={d} />
          ))}
          {earlier.points.map((point) =>
            point === null ? null : <circle key={point.cutoff} cx={x(point.x)} cy={y(point.min)} r={6.5} />,
          )}
        </g>
      )}
      {nowX === null ? null : <line x1={nowX} x2={nowX} y1={plot.head} y2={plot.foot} className="plot-tear" />}
      <g className="plot-line">
        {segmentsOf(points).map((d) => (
          <path key={d} d={d} />
        ))}
      </g>
      {known.map((each) => (
        <Mark
          key={each.cutoff}
          point={each}
          isShown={each.cutoff === scene.frame.cutoff}
          isBelow={isBelowThen(each, earlier?.points)}
        />
      ))}
      {known[0] === undefined ? null : <YearName text={scene.name} first={known[0]} earlier={earlier?.points} />}
      {label === null || thenAt === null || labelPlace === null ? null : (
        <EarlierLabel text={label} point={thenAt} place={labelPlace} />
      )}
      {earlier?.difference == null || shown === null || then === null ? null : (
        <Difference
          bracket={bracketOf(shown, then, nowX)}
          text={earlier.difference.text}
          words={earlier.difference.words}
          drawn={labelPlace === null ? drawn : { ...drawn, taken: [...drawn.taken, labelPlace.rect] }}
          edge={edge}
        />
      )}
      {scene.awaiting === null || nowX === null || plot.right - nowX < 60 ? null : (
        <text x={plot.right - 8} className="plot-awaiting">
          {linesOf(scene.awaiting, plot.right - nowX).map((line, index, lines) => (
            <tspan key={line} x={plot.right - 8} y={plot.foot - 30 - (lines.length - 1 - index) * 31}>
              {line}
            </tspan>
          ))}
        </text>
      )}
      {times.map((time) => (
        <text
          key={time.cutoff}
          x={x(time.x)}
          y={plot.foot + 62}
          className="plot-time"
          data-shown={time.isShown ? '' : undefined}
        >
          {time.label}
        </text>
      ))}
    </svg>
  );
});

/** The foot of the plot is the day's rail: a short notch published, a tall one on the screen, a hollow one due. */
function Axis({ scene, edge }: { readonly scene: NationalScene; readonly edge: number }): ReactElement {
  const states = new Map(scene.frame.rail.map((notch) => [notch.id, notch.state]));
  return (
    <g>
      <line x1={plot.left} x2={edge} y1={plot.foot} y2={plot.foot} className="rail-known" />
      {edge >= plot.right ? null : (
        <line x1={edge + 22} x2={plot.right} y1={plot.foot} y2={plot.foot} className="rail-ahead" />
      )}
      {scene.times.map((time) => {
        const state = states.get(time.cutoff) ?? 'due';
        const [width, height] = state === 'shown' ? [14, 44] : [9, 22];
        return (
          <rect
            key={time.cutoff}
            x={x(time.x) - width / 2}
            y={plot.foot - height / 2}
            width={width}
            height={height}
            className="rail-notch"
            data-state={state}
          />
        );
      })}
    </g>
  );
}

/** An exact figure is a notch with its number; a range is a bar from end to end: it is no point. */
function Mark(props: {
  readonly point: CurvePoint;
  readonly isShown: boolean;
  readonly isBelow: boolean;
}): ReactElement {
  const { point, isShown, isBelow } = props;
  const [cx, low, high] = [x(point.x), y(point.min), y(point.max)];
  const isExact = point.min === point.max;
  const number = numberAt(point, isBelow);
  const [width, height] = isShown ? [16, 46] : [11, 26];
  return (
    <g className="plot-mark" data-shown={isShown ? '' : undefined}>
      {isExact ? (
        <rect x={cx - width / 2} y={low - height / 2} width={width} height={height} />
      ) : (
        <path d={`M${cx - 14} ${high}H${cx + 14}M${cx} ${high}V${low}M${cx - 14} ${low}H${cx + 14}`} />
      )}
      {isShown ? null : (
        <text x={number.at[0]} y={number.at[1]} data-anchor={number.anchor}>
          {point.text}
        </text>
      )}
    </g>
  );
}

function YearName(props: {
  readonly text: string;
  readonly first: CurvePoint;
  readonly earlier: readonly (CurvePoint | null)[] | undefined;
}): ReactElement {
  const [middle, baseline] = nameAt(props.first, isBelowThen(props.first, props.earlier));
  return (
    <text x={middle} y={baseline} className="plot-name">
      {props.text}
    </text>
  );
}

function EarlierLabel(props: {
  readonly text: string;
  readonly point: Point;
  readonly place: WordsPlace;
}): ReactElement {
  const { text, point, place } = props;
  const [across, down] = [place.at[0] - point[0], place.at[1] - 10 - point[1]];
  const length = Math.hypot(across, down);
  const near = 12 / length;
  const far = 1 - 8 / length;
  return (
    <g>
      <path
        d={`M${point[0] + across * near} ${point[1] + down * near}L${point[0] + across * far} ${point[1] + down * far}`}
        className="plot-pointer"
      />
      <text x={place.at[0]} y={place.at[1]} className="plot-earlier-label" data-anchor={place.anchor}>
        {text}
      </text>
    </g>
  );
}

function Difference(props: {
  readonly bracket: Bracket;
  readonly text: string;
  readonly words: string;
  readonly drawn: Drawn;
  /** Where the known side ends: words have a rim in the colour of their ground. */
  readonly edge: number;
}): ReactElement {
  const { bracket, text, words, drawn, edge } = props;
  const lines = againstLines(words, bracket, drawn);
  const { at, anchor, rect } = placeDifference(text, lines, bracket, drawn);
  return (
    <g className="plot-difference" data-ground={rect.x + rect.width <= edge + 1 ? 'known' : undefined}>
      <path d={`M${bracket.x - 14} ${bracket.top}H${bracket.x}V${bracket.bottom}H${bracket.x - 14}`} />
      <text x={at[0]} y={at[1]} data-anchor={anchor} className="plot-points">
        {text}
      </text>
      {lines.map((line, index) => (
        <text
          key={line}
          x={at[0]}
          y={at[1] + differenceStep + index * againstStep}
          data-anchor={anchor}
          className="plot-against"
        >
          {line}
        </text>
      ))}
    </g>
  );
}

function segmentsOf(points: readonly (CurvePoint | null)[]): string[] {
  return piecesOf(points).map(([[x1, y1], [x2, y2]]) => {
    return `M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}`;
  });
}

/** Words in one line where there is room for it, else one under another. */
function linesOf(words: string, room: number): string[] {
  return room > words.length * 14 ? [words] : words.split(' ');
}

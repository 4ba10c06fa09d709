import type { CurvePoint, NationalScene } from '../scenes/national-scene-of.ts';
import type { Markup } from './markup.ts';
import { markup, tenth } from './markup.ts';

/** A drawing for embeds of about this width, in pixels: its words keep their size while the width changes. */
export interface CurveSize {
  readonly name: 'narrow' | 'middle' | 'wide';
  readonly width: number;
  readonly height: number;
  /** Kept at the right for the newest figure. */
  readonly right: number;
}

export const curveSizes: readonly CurveSize[] = [
  { name: 'narrow', width: 320, height: 230, right: 46 },
  { name: 'middle', width: 560, height: 310, right: 62 },
  { name: 'wide', width: 960, height: 400, right: 76 },
];

const edge = { left: 30, top: 16, bottom: 28 } as const;
/** The least that two times on the axis stand apart. */
const timeRoom = 33;

/** The day's line with the earlier vote's behind it: points only where something was published, straight between. */
export function curveDrawing(scene: NationalScene, { name, width, height, right }: CurveSize): Markup {
  const [plotWidth, plotHeight] = [width - edge.left - right, height - edge.top - edge.bottom];
  const x = (share: number): number => tenth(edge.left + plotWidth * share);
  const y = (hundredths: number): number => tenth(edge.top + plotHeight * (1 - hundredths / 10_000));
  const floor = y(0);
  const known = scene.points.findLast((point) => point !== null);
  const isTold = scene.awaiting === null;
  const every = Math.max(1, Math.ceil((timeRoom * (scene.times.length - 1)) / plotWidth));
  const isLabelled = (index: number): boolean => (scene.times.length - 1 - index) % every === 0;
  const earlier = scene.earlier?.points ?? [];
  return markup`<svg class="curve" data-size="${name}" viewBox="0 0 ${width} ${height}" aria-hidden="true">
${known === undefined ? null : markup`<rect class="curve-known" x="${edge.left}" y="${edge.top}" width="${tenth(x(known.x) - edge.left)}" height="${tenth(floor - edge.top)}"/>`}
${[0, 2500, 5000, 7500, 10_000].map((at) => markup`<line class="curve-grid" x1="${edge.left}" x2="${width - right}" y1="${y(at)}" y2="${y(at)}"/><text class="curve-level" x="${edge.left - 6}" y="${tenth(y(at) + 4)}">${at / 100}</text>`)}
${scene.times.map((time, index) => (time.isShown || isLabelled(index) ? markup`<text class="curve-time" data-shown="${time.isShown ? 'yes' : 'no'}" x="${x(time.x)}" y="${height - 8}">${time.label}</text>` : markup``))}
<path class="curve-earlier" d="${pathOf(earlier, x, y)}"/>
${earlier.map((point) => (point === null ? markup`` : markup`<circle class="curve-earlier-point" cx="${x(point.x)}" cy="${y(point.min)}" r="3.4"/>`))}
${known === undefined || isTold ? null : markup`<line class="curve-tear" x1="${x(known.x)}" x2="${x(known.x)}" y1="${edge.top}" y2="${floor}"/>`}
<path class="curve-line" d="${pathOf(scene.points, x, y)}"/>
${scene.points.map((point, index) => (point === null ? markup`` : pointMarkup(point, point === known, earlier[index] ?? null, x, y)))}
</svg>`;
}

/** Only neighbours that are both exact are joined. */
function pathOf(
  points: readonly (CurvePoint | null)[],
  x: (share: number) => number,
  y: (hundredths: number) => number,
): string {
  return points
    .map((point, index) => {
      if (point === null || point.min !== point.max) return '';
      const before = points[index - 1] ?? null;
      const isJoined = before !== null && before.min === before.max;
      return `${isJoined ? 'L' : 'M'}${String(x(point.x))} ${String(y(point.min))}`;
    })
    .join('');
}

/** The figure stands on the side where the earlier vote's line is not. */
function pointMarkup(
  point: CurvePoint,
  isNewest: boolean,
  earlier: CurvePoint | null,
  x: (share: number) => number,
  y: (hundredths: number) => number,
): Markup {
  const [at, low, high] = [x(point.x), y(point.min), y(point.max)];
  const [width, height] = isNewest ? [9, 22] : [6, 13];
  const isRange = point.min !== point.max;
  const mark = isRange
    ? markup`<rect class="curve-range" x="${tenth(at - 4)}" y="${high}" width="8" height="${tenth(low - high)}"/>`
    : markup`<rect class="curve-mark" data-newest="${isNewest ? 'yes' : 'no'}" x="${tenth(at - width / 2)}" y="${tenth(low - height / 2)}" width="${width}" height="${height}"/>`;
  const isAbove = !isRange && !isNewest && earlier !== null && earlier.max < point.min;
  const place = isRange
    ? markup`x="${tenth(at + 8)}" y="${tenth((low + high) / 2 + 4)}" text-anchor="start"`
    : isAbove
      ? markup`x="${tenth(at + (point.x === 0 ? -6 : -4))}" y="${tenth(low - (point.x === 0 ? 18 : 13))}" text-anchor="${point.x === 0 ? 'start' : 'end'}"`
      : isNewest
        ? markup`x="${tenth(at + 9)}" y="${tenth(low + 9)}" text-anchor="start"`
        : markup`x="${tenth(at + 4)}" y="${tenth(low + 21)}" text-anchor="start"`;
  return markup`${mark}<text class="curve-value" data-newest="${isNewest ? 'yes' : 'no'}" ${place}>${point.text}</text>`;
}

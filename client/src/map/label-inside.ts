import type { AreaId } from '@yavka/shared/ids';

import type { AreaRaster } from './area-raster.ts';
import type { Box } from './map-geometry.ts';
import type { MapSizes } from './map-sizes.ts';
import type { TextMeasure } from './text-measure.ts';

/** What is to be written of one area. */
export interface LabelText {
  readonly area: AreaId;
  /** Where the label would best stand. */
  readonly anchor: readonly [number, number];
  /** Small enough to be asked for a callout. */
  readonly isPlace: boolean;
  /** Too small at this size to be seen: a ring stands for it, and its label outside. */
  readonly callout: boolean;
  readonly name: string;
  readonly abbreviation: string;
  /** Null where there is no figure yet: room for one is kept all the same, so that nothing jumps when it comes. */
  readonly figure: string | null;
  readonly hasRing: boolean;
  readonly note: string | null;
  readonly shortNote: string | null;
  /** Second line of a callout that has no note. */
  readonly kindWord: string;
}

/** A label within its own area's borders. */
export interface InsideLabel {
  readonly kind: 'inside';
  readonly area: AreaId;
  readonly box: Box;
  readonly lines: readonly string[];
  readonly figureSize: number;
  readonly nameSize: number;
  readonly noteSize: number;
  /** True when the note is in the lines already. */
  readonly hasNoNote?: boolean;
}

/** The widest figure that is usual; a place is measured for it, so that a new figure moves nothing. */
export const usualFigure = '88,88';
const figureLine = 0.84;
const textLine = 1.06;
const margin = 2;
/** How much smaller a label may be before its name is shortened; words are never smaller than can be read. */
const smaller = [1, 0.94, 0.88];
const smallestWords = 12;

/** The ways to write an area, the best first: its name in one line or two, a little smaller, and only then shortened. */
export function insideForms(text: LabelText, measure: TextMeasure, sizes: MapSizes): Omit<InsideLabel, 'area'>[] {
  const broken = brokenName(text.name);
  const form = (lines: readonly string[], scale: number): Omit<InsideLabel, 'area'> => {
    const words = (size: number): number => Math.max(size * scale, Math.min(size, smallestWords));
    const [figureSize, nameSize, noteSize] = [sizes.figure * scale, words(sizes.name), words(sizes.note)];
    const figure = figureWidth(text, measure, figureSize);
    const names = lines.map((line) => measure(line, 'name', nameSize));
    const note = text.note === null ? 0 : measure(text.note, 'note', noteSize);
    const width = Math.max(figure, note, ...names);
    const height =
      figureSize * figureLine + lines.length * nameSize * textLine + (text.note === null ? 0 : noteSize * textLine);
    return { kind: 'inside', box: { x: 0, y: 0, width, height }, lines, figureSize, nameSize, noteSize };
  };
  return smaller.flatMap((scale) => [form([text.name], scale), ...(broken === null ? [] : [form(broken, scale)])]);
}

/** What is left when a name fits nowhere: its abbreviation. */
export function shortForms(text: LabelText, measure: TextMeasure, sizes: MapSizes): Omit<InsideLabel, 'area'>[] {
  const short = { ...text, name: text.abbreviation };
  const bare = { ...text, note: null };
  // A stale figure keeps its time as long as it can: beside the short name where a third line has no room.
  const times = [text.note, text.shortNote].filter((time) => time !== null);
  const timed = times.flatMap((time) => insideForms({ ...bare, name: `${text.abbreviation} ${time}` }, measure, sizes));
  const unbroken = timed.filter((form) => form.lines.length === 1).map((form) => ({ ...form, hasNoNote: true }));
  return [...insideForms(short, measure, sizes), ...unbroken];
}

/** The least that words may be where a whole map is a phone's width. */
const tinyWords = 10;

/** Before a figure stands without its name: the abbreviation and the figure, as small as a tile's. */
export function tinyForms(text: LabelText, measure: TextMeasure, sizes: MapSizes): Omit<InsideLabel, 'area'>[] {
  const smallest = { figure: sizes.figure * 0.8, name: sizes.name * 0.8, note: sizes.note * 0.8 };
  return shortForms(text, measure, {
    ...sizes,
    figure: smallest.figure,
    name: Math.max(tinyWords, smallest.name),
    note: Math.max(tinyWords, smallest.note),
  });
}

/** The last resort: the figure alone. */
export function bareForms(text: LabelText, measure: TextMeasure, sizes: MapSizes): Omit<InsideLabel, 'area'>[] {
  const bare = { ...text, note: null };
  const alone = (scale: number): Omit<InsideLabel, 'area'> => {
    const figureSize = sizes.figure * scale;
    const box = { x: 0, y: 0, width: figureWidth(bare, measure, figureSize), height: figureSize * figureLine };
    return { kind: 'inside', box, lines: [], figureSize, nameSize: sizes.name, noteSize: sizes.note };
  };
  return [alone(1), alone(0.85), alone(0.7)];
}

/** The place for a form nearest to the anchor that lies wholly in the area and touches no obstacle; null when there is none. */
export function placeInside(
  text: LabelText,
  form: Omit<InsideLabel, 'area'>,
  bounds: Box,
  within: Box,
  raster: AreaRaster,
  obstacles: readonly Box[],
): InsideLabel | null {
  const { width, height } = form.box;
  const { cell } = raster;
  let best: Box | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  const [left, top] = [Math.max(bounds.x, within.x), Math.max(bounds.y, within.y)];
  const right = Math.min(bounds.x + bounds.width, within.x + within.width) - width;
  const bottom = Math.min(bounds.y + bounds.height, within.y + within.height) - height;
  for (let y = top; y <= bottom; y += cell) {
    for (let x = left; x <= right; x += cell) {
      const [dx, dy] = [x + width / 2 - text.anchor[0], y + height / 2 - text.anchor[1]];
      const distance = dx * dx + dy * dy;
      if (distance >= nearest) continue;
      const box = { x, y, width, height };
      if (!raster.isWithin(text.area, inflated(box, margin)) || obstacles.some((each) => overlap(each, box))) continue;
      [best, nearest] = [box, distance];
    }
  }
  return best === null ? null : { ...form, area: text.area, box: best };
}

/** How wide the figure's line is: never under the usual figure, with its ring when the polls are open. */
export function figureWidth(text: LabelText, measure: TextMeasure, size: number): number {
  const figure = Math.max(measure(usualFigure, 'figure', size), measure(text.figure ?? '', 'figure', size));
  return figure + (text.hasRing ? ringRoom(size) : 0);
}

/** The ring after a figure with the space before it. */
export function ringRoom(figureSize: number): number {
  return figureSize * 0.52;
}

export function inflated(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Breaks a name of several words, or with a hyphen, near its middle; null when it is one word. */
export function brokenName(name: string): [string, string] | null {
  const cuts = [...name.matchAll(/[ -]/g)].map((match) => match.index + 1);
  const cut = cuts.sort((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2))[0];
  return cut === undefined ? null : [name.slice(0, cut).trimEnd(), name.slice(cut)];
}

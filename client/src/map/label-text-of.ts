import type { MapArea } from '@yavka/shared/scenes/map-area';
import type { OpenNote } from '@yavka/shared/scenes/open-note-of';

import type { LabelText } from './label-inside.ts';
import { brokenName } from './label-inside.ts';
import type { MapGeometry } from './map-geometry.ts';
import type { OpenNoteText } from './map-layout.ts';
import { isTooSmall } from './map-zoom.ts';

/** What is to be written of an area, and where on the map it would best stand. */
export function labelTextOf(area: MapArea, geometry: MapGeometry): LabelText {
  const shape = geometry.shapes.find((each) => each.area === area.area);
  const bounds = shape?.bounds;
  const middle: [number, number] =
    bounds === undefined ? [0, 0] : [bounds.x + bounds.width / 2, bounds.y + bounds.height / 2];
  return {
    area: area.area,
    anchor: area.labelPoint === null ? middle : geometry.project(area.labelPoint),
    isPlace: area.callout,
    callout: area.callout && isTooSmall(shape),
    name: area.name,
    abbreviation: area.abbreviation,
    figure: area.figure,
    hasRing: area.polls === 'open',
    note: area.note,
    shortNote: area.shortNote,
    kindWord: area.kindWord,
  };
}

/** The words about open polls, near the middle of the open areas; in two lines where they can be broken after a colon. */
export function openNoteTextOf(note: OpenNote, areas: readonly MapArea[], geometry: MapGeometry): OpenNoteText {
  const points = areas
    .filter((area) => note.areas.includes(area.area) && area.labelPoint !== null)
    .map((area) => geometry.project(area.labelPoint ?? [0, 0]));
  const cut = note.text.indexOf(': ');
  const lines =
    cut < 0 ? (brokenName(note.text) ?? [note.text]) : [note.text.slice(0, cut + 1), note.text.slice(cut + 2)];
  return { lines, anchor: [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))] };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

import type { Language } from '@yavka/shared/ids';
import { languages } from '@yavka/shared/ids';
import type { ElectionState } from '@yavka/shared/log/state';
import { dayUntil } from '@yavka/shared/scenes/recorded-scenes.fixture';
import { describe, expect, it } from 'vitest';

import { rasterOf } from './area-raster.ts';
import { inflated, overlap } from './label-inside.ts';
import { labelTextOf, openNoteTextOf } from './label-text-of.ts';
import type { Box, MapGeometry } from './map-geometry.ts';
import { mapGeometryOf } from './map-geometry.ts';
import type { MapLabel, MapLayout } from './map-layout.ts';
import { layoutMap } from './map-layout.ts';
import { mapSizesOf } from './map-sizes.ts';
import { mapAt, readTopology } from './recorded-map.fixture.ts';
import type { TextMeasure } from './text-measure.ts';

/** About the real faces' advances: a digit .475 of the size, a comma .24, a letter of the names .5. */
const measure: TextMeasure = (text, role, size) =>
  [...text].reduce((sum, letter) => sum + (/[.,]/.test(letter) ? 0.24 : role === 'figure' ? 0.475 : 0.5), 0) * size;

const topology = readTopology('kz-2022-11-20-president');
const states = {
  words: dayUntil('announcement-1805', 'announcement-2005-words'),
  list: dayUntil('announcement-1805', 'announcement-2005-list'),
  nothing: dayUntil(null),
} satisfies Record<string, ElectionState>;

interface Laid {
  readonly layout: MapLayout;
  readonly geometry: MapGeometry;
  readonly box: Box;
}

function lay(state: ElectionState, width: number, height: number, language: Language = 'ru', avoid: Box[] = []): Laid {
  const box = { x: 0, y: 0, width, height };
  const room = { x: width * 0.012, y: height * 0.1, width: width * 0.976, height: height * 0.825 };
  const geometry = mapGeometryOf(topology, 'adm1', room);
  const { areas, openNote } = mapAt(state, '20:05', '20:09', language);
  const texts = areas.map((area) => labelTextOf(area, geometry));
  const note = openNote === null ? null : openNoteTextOf(openNote, areas, geometry);
  return {
    layout: layoutMap(geometry, texts, note, measure, mapSizesOf(geometry.land.width), box, avoid),
    geometry,
    box,
  };
}

function boxesOf(layout: MapLayout): MapLabel[] {
  return [...layout.labels.values(), ...(layout.openNote === null ? [] : [layout.openNote])];
}

const sizes = [
  [1281, 832],
  [930, 590],
  [700, 450],
] as const;
const cases = Object.entries(states).flatMap(([name, state]) =>
  sizes.flatMap(([width, height]) => languages.map((language) => ({ name, state, width, height, language }))),
);

describe('the labels of a map', () => {
  it.each(cases)(
    '[MAP-12] $name at $width in $language: inside its own border, or on no land and over nothing else',
    ({ state, width, height, language }) => {
      const { layout, geometry, box } = lay(state, width, height, language);
      // A finer grid than the one the labels were placed by.
      const raster = rasterOf(geometry.shapes, width, height, 2);
      const labels = boxesOf(layout);
      for (const label of labels) {
        if (label.kind === 'inside')
          expect([label.area, raster.isWithin(label.area, label.box)]).toEqual([label.area, true]);
        else expect([label.area, raster.isFree(label.box)]).toEqual([label.area, true]);
        expect(label.box.x).toBeGreaterThanOrEqual(box.x);
        expect(label.box.x + label.box.width).toBeLessThanOrEqual(box.x + box.width);
        expect(label.box.y + label.box.height).toBeLessThanOrEqual(box.y + box.height);
        for (const other of labels) if (other !== label) expect(overlap(label.box, other.box)).toBe(false);
      }
    },
  );

  it('[MAP-13] a callout stands outside with a leader from its own place, and no label lies under a leader', () => {
    const { layout, geometry } = lay(states.list, 1281, 832);
    for (const city of ['KZ-71', 'KZ-75', 'KZ-79']) {
      const label = layout.labels.get(city);
      if (label?.kind !== 'callout' || label.leader === null) throw new Error(`${city} has no callout`);
      const shape = geometry.shapes.find((each) => each.area === city)?.bounds;
      const [x, y] = label.leader[0];
      expect(shape === undefined ? false : overlap(inflated(shape, 30), { x, y, width: 1, height: 1 })).toBe(true);
    }
    const inside = boxesOf(layout).filter((label) => label.kind === 'inside');
    for (const label of boxesOf(layout)) {
      if (label.kind === 'inside' || label.leader === null) continue;
      const [[x0, y0], [x1, y1]] = label.leader;
      for (let step = 0; step <= 100; step += 1) {
        const point = { x: x0 + ((x1 - x0) * step) / 100, y: y0 + ((y1 - y0) * step) / 100, width: 0.1, height: 0.1 };
        expect(inside.filter((each) => each.area !== label.area && overlap(each.box, point))).toEqual([]);
      }
    }
  });

  it('[MAP-14] nothing is placed over what the caller keeps for itself', () => {
    const kept = { x: 400, y: 0, width: 530, height: 56 };
    expect(boxesOf(lay(states.list, 930, 590).layout).some((label) => overlap(label.box, kept))).toBe(true);
    expect(boxesOf(lay(states.list, 930, 590, 'ru', [kept]).layout).some((label) => overlap(label.box, kept))).toBe(
      false,
    );
  });

  it('[MAP-15] is the same for the same input, and every area is named on the stage', () => {
    const layout = lay(states.list, 1281, 832).layout;
    expect(lay(states.list, 1281, 832).layout).toEqual(layout);
    expect(layout.labels.size).toBe(20);
    const unnamed = boxesOf(layout).filter((label) => label.lines.length === 0);
    expect(unnamed).toEqual([]);
  });

  it('[MAP-15] a figure of the usual width moves no label when it takes another’s place', () => {
    const now = lay(states.list, 930, 590).layout;
    const shifted = lay(dayUntil('announcement-1805', 'announcement-2005-list'), 930, 590).layout;
    expect(shifted).toEqual(now);
  });
});

import type { Language } from '@yavka/shared/ids';
import { languages } from '@yavka/shared/ids';
import type { ElectionState } from '@yavka/shared/log/state';
import { dayUntil, pack } from '@yavka/shared/scenes/recorded-scenes.fixture';
import { describe, expect, it } from 'vitest';

import { rasterOf } from './area-raster.ts';
import { inflated, overlap } from './label-inside.ts';
import { labelTextOf, openNoteTextOf } from './label-text-of.ts';
import type { LeaderLine } from './leader-line.ts';
import { crosses, crossesBox } from './leader-line.ts';
import type { Box, MapGeometry } from './map-geometry.ts';
import { mapGeometryOf } from './map-geometry.ts';
import type { MapLabel, MapLayout } from './map-layout.ts';
import { layoutMap } from './map-layout.ts';
import { mapSizesOf } from './map-sizes.ts';
import { zoomRoomOf } from './map-zoom.ts';
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

function lay(
  state: ElectionState,
  width: number,
  height: number,
  language: Language = 'ru',
  avoid: Box[] = [],
  cutoff = '20:05',
): Laid {
  const box = { x: 0, y: 0, width, height };
  const room = { x: width * 0.012, y: height * 0.1, width: width * 0.976, height: height * 0.825 };
  const geometry = mapGeometryOf(topology, 'adm1', room);
  const { areas, openNote } = mapAt(state, cutoff, cutoff === '20:05' ? '20:09' : cutoff, language);
  const texts = areas.map((area) => labelTextOf(area, geometry));
  const note = openNote === null ? null : openNoteTextOf(openNote, areas, geometry);
  return {
    layout: layoutMap(geometry, texts, note, measure, mapSizesOf(geometry.land.width), box, avoid),
    geometry,
    box,
  };
}

/** Everything that is wrong with where the labels of a map stand, in words. */
function faultsOf({ layout, geometry, box }: Laid): string[] {
  // A finer grid than the one the labels were placed by.
  const raster = rasterOf(geometry.shapes, box.width, box.height, 2);
  const labels = boxesOf(layout);
  const { ring: radius, unit } = mapSizesOf(geometry.land.width);
  // As it is drawn, with its edge; a label inside has a ground two pixels larger than its words.
  const ring = radius + 3 * unit;
  const marks = ['KZ-71', 'KZ-75', 'KZ-79'].map((area) => {
    const { x, y, width, height } = geometry.shapes.find((each) => each.area === area)?.bounds ?? box;
    return { area, box: inflated({ x: x + width / 2, y: y + height / 2, width: 0, height: 0 }, ring) };
  });
  const faults: string[] = [];
  for (const label of labels) {
    const name = `${label.kind} ${label.area ?? 'note'}`;
    const { x, y, width, height } = label.box;
    if (x < 0 || y < 0 || x + width > box.width || y + height > box.height) faults.push(`${name} leaves the map`);
    if (label.kind === 'inside' && !raster.isWithin(label.area, label.box)) faults.push(`${name} crosses its border`);
    if (label.kind !== 'inside' && !raster.isFree(label.box)) faults.push(`${name} hides land`);
    for (const other of labels)
      if (other !== label && overlap(other.box, label.box)) faults.push(`${name} over ${other.area ?? 'the note'}`);
    for (const mark of marks)
      if (overlap(mark.box, inflated(label.box, 3))) faults.push(`${name} over the ring of ${mark.area}`);
    if (label.kind === 'inside' || label.leader === null) continue;
    for (const other of labels)
      if (other !== label && crossesBox(label.leader, other.box))
        faults.push(`${name}: leader over ${other.area ?? 'the note'}`);
    for (const mark of marks)
      if (mark.area !== label.area && crossesBox(label.leader, mark.box))
        faults.push(`${name}: leader over ${mark.area}`);
    for (const other of labels)
      if (other !== label && other.kind !== 'inside' && other.leader !== null && crosses(label.leader, other.leader))
        faults.push(`${name}: leaders cross`);
    const [start] = label.leader;
    if (label.kind === 'aside' && lengthOf(label.leader) > 0.25 * geometry.land.width)
      faults.push(`${name}: leader across the country`);
    if (label.kind === 'aside' && raster.areaAt(...start) !== label.area)
      faults.push(`${name}: leader begins elsewhere`);
  }
  const figures = layout.labels.size;
  if (figures < 20) faults.push(`${20 - figures} areas have no label`);
  return faults;
}

function lengthOf([[x0, y0], [x1, y1]]: LeaderLine): number {
  return Math.hypot(x1 - x0, y1 - y0);
}

function contains(outer: Box, { x, y, width, height }: Box): boolean {
  return x >= outer.x && y >= outer.y && x + width <= outer.x + outer.width && y + height <= outer.y + outer.height;
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

const announcements = pack.recordedDay?.announcements.filter(({ cutoff }) => cutoff !== 'final') ?? [];
/** Numbers from `least` to `most`, the same for the same seed. */
function drawnFrom(seed: number): (least: number, most: number) => number {
  let drawn = seed;
  return (least, most) => {
    drawn = (drawn * 48_271) % 2_147_483_647;
    return least + (drawn % (most - least + 1));
  };
}

const seed = 1;
const draw = drawnFrom(seed);
const seeded = announcements.flatMap(({ id, cutoff }) =>
  languages.map((language) => {
    const width = draw(700, 1800);
    const height = draw(Math.max(420, Math.ceil(width * 0.52)), Math.min(1000, Math.ceil(width * 0.72)));
    return { seed, id, cutoff, language, width, height };
  }),
);

describe('the labels of an area shown near', () => {
  const window = { x: 360, y: 104, width: 530, height: 360 };
  const room = { x: 119, y: 50, width: 780, height: 407 };
  const whole = mapGeometryOf(topology, 'adm1', room);
  const { areas } = mapAt(states.words, '20:05', '20:09');

  it.each(areas.filter(({ order, callout }) => callout || order % 2 === 0).map(({ area, name }) => ({ area, name })))(
    '[MAP-25] $name has its label, and no label leaves the window or lies over another',
    ({ area }) => {
      const near = mapGeometryOf(topology, 'adm1', zoomRoomOf(whole, room, area, window));
      const texts = areas.map((each) => labelTextOf(each, near));
      const { labels } = layoutMap(near, texts, null, measure, mapSizesOf(whole.land.width), window, [], true);
      expect(labels.has(area)).toBe(true);
      const placed = [...labels.values()];
      for (const label of placed) {
        expect([label.area, contains(window, label.box)]).toEqual([label.area, true]);
        for (const other of placed)
          if (other !== label)
            expect([label.area, other.area, overlap(label.box, other.box)]).toEqual([label.area, other.area, false]);
        if (label.kind === 'inside' || label.leader === null) continue;
        for (const other of placed)
          if (other !== label)
            expect([label.area, other.area, crossesBox(label.leader, other.box)]).toEqual([
              label.area,
              other.area,
              false,
            ]);
      }
    },
  );

  it('[MAP-25] a city is drawn as its own outline once it is large enough, and as a ring before', () => {
    const city = areas.find((each) => each.callout);
    if (city === undefined) throw new Error('no city');
    expect(labelTextOf(city, whole).callout).toBe(true);
    const near = mapGeometryOf(topology, 'adm1', zoomRoomOf(whole, room, city.area, window));
    expect(labelTextOf(city, near).callout).toBe(false);
  });

  it('[MAP-25] the area stands in the middle of the window with land of its neighbours around it', () => {
    const shape = mapGeometryOf(topology, 'adm1', zoomRoomOf(whole, room, 'KZ-35', window)).shapes.find(
      (each) => each.area === 'KZ-35',
    );
    const { x, y, width, height } = shape?.bounds ?? window;
    expect(Math.abs(x + width / 2 - (window.x + window.width / 2))).toBeLessThan(1);
    expect(Math.abs(y + height / 2 - (window.y + window.height / 2))).toBeLessThan(1);
    expect(contains(window, { x, y, width, height })).toBe(true);
    expect(zoomRoomOf(whole, room, 'no such area', window)).toBe(room);
  });
});

describe('the labels of a map', () => {
  it.each(seeded)(
    '[MAP-12, MAP-23] seed $seed: $id in $language, $width by $height: nothing lies over anything, and every area has its label',
    ({ id, cutoff, language, width, height }) => {
      const before = cutoff === '20:05' ? 'announcement-1805' : null;
      expect(faultsOf(lay(dayUntil(before, id), width, height, language, [], cutoff))).toEqual([]);
    },
  );

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

  it.each(languages)('[MAP-29] on a small laptop no leader runs across the country, in %s', (language) => {
    const box = { x: 0, y: 0, width: 584, height: 526 };
    const room = { x: 76, y: 112, width: 492, height: 400 };
    const around = [
      { x: 28, y: 2, width: 402, height: 114 },
      { x: 357, y: 12, width: 205, height: 28 },
      { x: 28, y: 451, width: 205, height: 51 },
    ];
    for (const state of Object.values(states)) {
      const geometry = mapGeometryOf(topology, 'adm1', room);
      const { areas, openNote } = mapAt(state, '20:05', '20:09', language);
      const texts = areas.map((area) => labelTextOf(area, geometry));
      const note = openNote === null ? null : openNoteTextOf(openNote, areas, geometry);
      const sizesHere = mapSizesOf(geometry.land.width);
      const layout = layoutMap(geometry, texts, note, measure, sizesHere, box, around);
      expect(faultsOf({ layout, geometry, box })).toEqual([]);
    }
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

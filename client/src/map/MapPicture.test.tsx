import { cleanup, fireEvent, render } from '@testing-library/react';
import type { AreaId } from '@yavka/shared/ids';
import type { MapArea } from '@yavka/shared/scenes/map-area';
import type { OpenNote } from '@yavka/shared/scenes/open-note-of';
import { dayUntil, pack } from '@yavka/shared/scenes/recorded-scenes.fixture';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { MapPicture } from './MapPicture.tsx';
import { mapAt, readTopology } from './recorded-map.fixture.ts';
import { assumedMeasure } from './text-measure.ts';

const topology = readTopology('kz-2022-11-20-president');
const words = dayUntil('announcement-1805', 'announcement-2005-words');
const wordsAlone = dayUntil(null, 'announcement-2005-words');
const list = dayUntil('announcement-1805', 'announcement-2005-list');

interface Shown {
  readonly areas: readonly MapArea[];
  readonly openNote: OpenNote | null;
}
interface Choice {
  readonly selected: AreaId | null;
  readonly onSelect: (area: AreaId) => void;
}

function picture({ areas, openNote }: Shown, choice?: Choice): ReactElement {
  return (
    <MapPicture
      topology={topology}
      object="adm1"
      areas={areas}
      bands={pack.bands}
      openNote={openNote}
      width={930}
      height={590}
      measure={assumedMeasure}
      title="Карта"
      {...(choice === undefined ? {} : { choice })}
    />
  );
}

function shapes(container: HTMLElement): Map<string, SVGPathElement> {
  const found = [...container.querySelectorAll<SVGPathElement>('path[data-area]')];
  return new Map(found.map((path) => [path.dataset['area'] ?? '', path]));
}

/** Counts how often the drawing of each area asked for its look. */
function counted(areas: readonly MapArea[]): { areas: MapArea[]; reads: Map<string, number> } {
  const reads = new Map<string, number>();
  const watched = areas.map(
    (area) =>
      new Proxy(area, {
        get: (target, key: keyof MapArea) => {
          if (key === 'sentence' || key === 'quality') reads.set(target.area, (reads.get(target.area) ?? 0) + 1);
          return target[key];
        },
      }),
  );
  return { areas: watched, reads };
}

/** jsdom knows no animations, so React listens for the name of old engines. */
function endAnimation(element: Element): void {
  fireEvent(element, new Event('webkitAnimationEnd', { bubbles: true }));
}

afterEach(cleanup);

describe('the picture of the map', () => {
  it('[MAP-16] fills every area with its band, from the words alone and from the full list', () => {
    const { container, rerender } = render(picture(mapAt(wordsAlone, '20:05', '20:09')));
    const fills = (): (string | null)[] => [...shapes(container).values()].map((path) => path.getAttribute('fill'));
    const top = pack.bands[6]?.color;
    const below = pack.bands[5]?.color;
    expect(fills().filter((fill) => fill === top)).toHaveLength(4);
    expect(fills().filter((fill) => fill === below)).toHaveLength(6);
    expect(fills().filter((fill) => fill === pack.bands[1]?.color)).toHaveLength(1);
    expect(fills().filter((fill) => fill === 'var(--ink-2)')).toHaveLength(9);
    expect(shapes(container).get('KZ-10')?.dataset).toMatchObject({
      band: '6',
      quality: 'above',
      look: 'above',
      polls: 'closed',
    });
    expect(shapes(container).get('KZ-15')?.dataset).toMatchObject({ band: '', look: 'awaited', polls: 'open' });

    rerender(picture(mapAt(list, '20:05', '20:20')));
    const bands = new Set<string | null>(pack.bands.map((band) => band.color));
    expect(fills().every((fill) => bands.has(fill))).toBe(true);
    expect([...shapes(container).values()].every((path) => path.dataset['look'] === 'exact')).toBe(true);
  });

  it('[MAP-17] a figure arriving draws that area again and no other, and computes no path', () => {
    const first = mapAt(list, '20:05', '20:20');
    const onSelect = vi.fn<(area: AreaId) => void>();
    const { areas, reads } = counted(first.areas);
    const { container, rerender } = render(picture({ areas, openNote: first.openNote }, { selected: null, onSelect }));
    const before = new Map([...shapes(container)].map(([area, path]) => [area, path.getAttribute('d')]));
    const changed = areas.map((area) => (area.area === 'KZ-10' ? { ...area, low: 3, high: 3, figure: '55,18' } : area));
    reads.clear();
    rerender(picture({ areas: changed, openNote: first.openNote }, { selected: null, onSelect }));
    expect(shapes(container).get('KZ-10')?.getAttribute('fill')).toBe(pack.bands[3]?.color);
    for (const [area, path] of shapes(container)) expect(path.getAttribute('d')).toBe(before.get(area));
    expect([...reads.keys()]).toEqual([]);
  });

  it('[MAP-18] the old band fades over the new one, whose shape has its final fill at once', () => {
    const { container, rerender } = render(picture(mapAt(words, '20:05', '20:09')));
    expect(container.querySelectorAll('.map-fading')).toHaveLength(0);
    rerender(picture(mapAt(list, '20:05', '20:20')));
    expect(container.querySelectorAll('.map-fading').length).toBeGreaterThan(10);
    expect(shapes(container).get('KZ-55')?.getAttribute('fill')).toBe(pack.bands[5]?.color);
    for (const fading of container.querySelectorAll('.map-fading')) endAnimation(fading);
    expect(container.querySelectorAll('.map-fading')).toHaveLength(0);
  });

  it('[MAP-10] the tear line stands while some polls are open and others closed', () => {
    const { container, rerender } = render(picture(mapAt(list, '20:05', '20:20')));
    expect(container.querySelector('[data-testid="tear-line"]')).not.toBeNull();
    rerender(picture(mapAt(list, '20:05', '21:00')));
    expect(container.querySelector('[data-testid="tear-line"]')).toBeNull();
  });

  it('[MAP-19] is a list to choose from: one stop, arrows to the neighbour, Enter and a tap choose', () => {
    const onSelect = vi.fn<(area: AreaId) => void>();
    const { container, getAllByRole } = render(picture(mapAt(list, '20:05', '20:20'), { selected: 'KZ-35', onSelect }));
    const options = getAllByRole('option');
    expect(options).toHaveLength(20);
    expect(
      options.filter((option) => option.getAttribute('tabindex') === '0').map((option) => option.dataset['area']),
    ).toEqual(['KZ-35']);
    const start = shapes(container).get('KZ-35');
    if (start === undefined) throw new Error('no shape');
    expect(start.getAttribute('aria-label')).toContain('Карагандинская область: 78,39');
    start.focus();
    fireEvent.keyDown(start, { key: 'ArrowRight' });
    expect((document.activeElement as HTMLElement).dataset['area']).toBe('KZ-10');
    fireEvent.keyDown(document.activeElement ?? start, { key: 'Enter' });
    expect(onSelect).toHaveBeenLastCalledWith('KZ-10');
    fireEvent.keyDown(document.activeElement ?? start, { key: 'End' });
    expect((document.activeElement as HTMLElement).dataset['area']).toBe(
      [...mapAt(list, '20:05', '20:20').areas].sort((a, b) => a.order - b.order).at(-1)?.area,
    );
    fireEvent.click(shapes(container).get('KZ-47') ?? start);
    expect(onSelect).toHaveBeenLastCalledWith('KZ-47');
  });

  it('[MAP-20] on air it is one picture with a name, and nothing in it takes the focus', () => {
    const { container, getByRole } = render(picture(mapAt(list, '20:05', '20:20')));
    expect(getByRole('img').getAttribute('aria-label')).toBe('Карта');
    expect(container.querySelectorAll('[tabindex], [role="option"]')).toHaveLength(0);
  });
});

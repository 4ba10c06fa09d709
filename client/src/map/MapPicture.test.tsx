import { act, cleanup, fireEvent, render } from '@testing-library/react';
import type { AreaId } from '@yavka/shared/ids';
import type { MapArea } from '@yavka/shared/scenes/map-area';
import type { OpenNote } from '@yavka/shared/scenes/open-note-of';
import { dayUntil, pack } from '@yavka/shared/scenes/recorded-scenes.fixture';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { LegendChart } from './LegendChart.tsx';
import type { MapChoice } from './MapPicture.tsx';
import { MapPicture } from './MapPicture.tsx';
import { pointAtBand, usePointed } from './pointed.ts';
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
type Choice = Pick<MapChoice, 'selected' | 'onSelect'> & Partial<MapChoice>;

const window = { x: 330, y: 90, width: 580, height: 480 };
const whole = { zoomed: null, window, onZoom: (): void => undefined };

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
      {...(choice === undefined ? {} : { choice: { ...whole, ...choice } })}
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

afterEach(() => {
  cleanup();
  usePointed.setState({ area: null, focused: null, band: null });
});

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

  it('[MAP-19] is a list to choose from in the commission’s order: one stop, arrows along it, Enter and a tap choose', () => {
    const onSelect = vi.fn<(area: AreaId) => void>();
    const { container, getAllByRole } = render(picture(mapAt(list, '20:05', '20:20'), { selected: 'KZ-35', onSelect }));
    const options = getAllByRole('option');
    const ordered = [...mapAt(list, '20:05', '20:20').areas].sort((a, b) => a.order - b.order);
    expect(options.map((option) => option.dataset['area'])).toEqual(ordered.map((area) => area.area));
    expect(
      options.filter((option) => option.getAttribute('tabindex') === '0').map((option) => option.dataset['area']),
    ).toEqual(['KZ-35']);
    const start = shapes(container).get('KZ-35');
    if (start === undefined) throw new Error('no shape');
    expect(start.getAttribute('aria-label')).toContain('Карагандинская область: 78,39');
    start.focus();
    fireEvent.keyDown(start, { key: 'ArrowRight' });
    expect((document.activeElement as HTMLElement).dataset['area']).toBe('KZ-39');
    fireEvent.keyDown(document.activeElement ?? start, { key: 'Enter' });
    expect(onSelect).toHaveBeenLastCalledWith('KZ-39');
    fireEvent.keyDown(document.activeElement ?? start, { key: 'End' });
    expect((document.activeElement as HTMLElement).dataset['area']).toBe(ordered.at(-1)?.area);
    fireEvent.click(shapes(container).get('KZ-47') ?? start);
    expect(onSelect).toHaveBeenLastCalledWith('KZ-47');
  });

  it('[MAP-25] Z and a double click go near an area, Escape and a second time back; on air nothing does', () => {
    const onZoom = vi.fn<(area: AreaId | null) => void>();
    const choice = { selected: null, onSelect: () => undefined, onZoom };
    const shown = mapAt(list, '20:05', '20:20');
    const { container, rerender } = render(picture(shown, choice));
    const far = shapes(container).get('KZ-19');
    const farPath = far?.getAttribute('d');
    act(() => far?.focus());
    fireEvent.keyDown(far ?? container, { key: 'я', code: 'KeyZ' });
    expect(onZoom).toHaveBeenLastCalledWith('KZ-19');
    fireEvent.doubleClick(shapes(container).get('KZ-47') ?? container);
    expect(onZoom).toHaveBeenLastCalledWith('KZ-47');
    rerender(picture(shown, { ...choice, zoomed: 'KZ-19' }));
    expect(shapes(container).size).toBe(20);
    expect(shapes(container).get('KZ-19')?.getAttribute('d')).not.toBe(farPath);
    fireEvent.keyDown(document.activeElement ?? container, { key: 'Escape' });
    expect(onZoom).toHaveBeenLastCalledWith(null);
    fireEvent.doubleClick(shapes(container).get('KZ-19') ?? container);
    expect(onZoom).toHaveBeenLastCalledWith(null);
    rerender(picture(shown, { ...choice, zoomed: 'nowhere' }));
    expect(shapes(container).get('KZ-19')?.getAttribute('d')).toBe(farPath);
    cleanup();
    const air = render(picture(shown));
    expect(air.container.querySelector('[data-near]')).toBeNull();
  });

  it('[MAP-27] a band of the legend marks its areas, and an area that is pointed at its tick', () => {
    const shown = mapAt(list, '20:05', '20:20');
    const { container } = render(picture(shown, { selected: null, onSelect: () => undefined }));
    act(() => pointAtBand(6));
    const top = shown.areas.filter((area) => area.low === 6 && area.high === 6);
    expect(top.length).toBeGreaterThan(0);
    expect(container.querySelectorAll('[data-kind="band"]')).toHaveLength(top.length);
    act(() => pointAtBand(null));
    expect(container.querySelectorAll('[data-kind="band"]')).toHaveLength(0);
    const legend = render(
      <LegendChart width={316} size={13} bands={pack.bands} areas={shown.areas} language="ru" marked="KZ-10" />,
    );
    expect(legend.container.querySelectorAll('.map-legend-marked')).toHaveLength(1);
    expect(legend.container.querySelectorAll('.map-legend-tick')).toHaveLength(20);
  });

  it('[MAP-20] on air it is one picture with a name, and nothing in it takes the focus', () => {
    const { container, getByRole } = render(picture(mapAt(list, '20:05', '20:20')));
    expect(getByRole('img').getAttribute('aria-label')).toBe('Карта');
    expect(container.querySelectorAll('[tabindex], [role="option"]')).toHaveLength(0);
  });
});

import { describe, expect, it } from 'vitest';

import type { AreaView } from '../analysis/area-view.ts';
import { areaViewsOf } from '../analysis/area-view-of.ts';
import { heldBack, stateAfter } from '../analysis/released-state.fixture.ts';
import type { Language } from '../ids.ts';
import { languages } from '../ids.ts';
import type { ElectionState } from '../log/state.ts';
import type { MapArea } from './map-area.ts';
import { mapAreasOf } from './map-areas-of.ts';
import { openNoteOf } from './open-note-of.ts';
import { at, dayUntil, pack, resolved } from './recorded-scenes.fixture.ts';

function areasAt(
  state: ElectionState,
  hour: string,
  language: Language = 'ru',
  before: readonly MapArea[] = [],
): MapArea[] {
  return mapAreasOf(areaViewsOf(state, resolved, '20:05', at(hour)), resolved, language, before);
}

function find(areas: readonly MapArea[], id: string): MapArea {
  const found = areas.find((area) => area.area === id);
  if (found === undefined) throw new Error(`no area ${id}`);
  return found;
}

const words = dayUntil('announcement-1805', 'announcement-2005-words');
const wordsAlone = dayUntil(null, 'announcement-2005-words');
const list = dayUntil('announcement-1805', 'announcement-2005-list');

describe('the areas of a map', () => {
  it('[MAP-1] after the words alone four are above a bound in the top band, six approach it, one is exact, nine are awaited', () => {
    const areas = areasAt(wordsAlone, '20:09');
    const of = (look: MapArea['look']): MapArea[] => areas.filter((area) => area.look === look);
    expect(
      of('above')
        .map((area) => area.area)
        .sort(),
    ).toEqual(['KZ-10', 'KZ-33', 'KZ-43', 'KZ-61']);
    expect(of('above').every((area) => area.low === 6 && area.high === 6 && area.figure === '80+')).toBe(true);
    expect(of('approaching')).toHaveLength(6);
    expect(of('approaching').every((area) => area.low === 5 && area.high === 5)).toBe(true);
    expect(of('exact').map((area) => [area.area, area.figure])).toEqual([['KZ-75', '28,72']]);
    expect(of('awaited')).toHaveLength(9);
    expect(of('awaited').every((area) => area.low === null && area.figure === null)).toBe(true);
  });

  it('[MAP-2] an earlier figure stays, stale, with its own time', () => {
    const stale = areasAt(words, '20:09').filter((area) => area.look === 'stale');
    expect(stale).toHaveLength(9);
    expect(find(stale, 'KZ-55')).toMatchObject({ figure: '77,12', note: 'на 18:05', stale: true });
  });

  it('[MAP-28] a corrected figure says when it was corrected, to eyes and ears, as long as it wears its mark', () => {
    const views = areaViewsOf(list, resolved, '20:05', at('20:20'));
    const marked = views.map((view) =>
      view.area !== 'KZ-35' || view.shown === null
        ? view
        : {
            ...view,
            shown: { ...view.shown, corrected: true, revision: { ...view.shown.revision, releasedAt: at('20:12') } },
          },
    );
    const areas = mapAreasOf(marked, resolved, 'ru');
    expect(find(areas, 'KZ-35')).toMatchObject({ corrected: true, note: 'исправлено 20:12' });
    expect(find(areas, 'KZ-35').sentence).toContain('исправлено 20:12');
    expect(areas.filter((area) => area.note !== null)).toHaveLength(1);
  });

  it('[MAP-1] the full list makes every area exact', () => {
    const areas = areasAt(list, '20:20');
    expect(areas.every((area) => area.look === 'exact' && area.low === area.high)).toBe(true);
    expect(find(areas, 'KZ-10')).toMatchObject({ figure: '80,18', low: 6 });
  });

  it('[MAP-3] an interval across bands is a range with both its bands, whatever its words', () => {
    const view = areaViewsOf(words, resolved, '20:05', at('20:09')).find((each) => each.area === 'KZ-10');
    if (view === undefined || view.shown === null) throw new Error('no view');
    const across = { ...view, place: { kind: 'across' as const, low: 5, high: 6 } };
    expect(mapAreasOf([across], resolved, 'ru')[0]).toMatchObject({ look: 'range', low: 5, high: 6 });
  });

  it('[MAP-4] a withheld figure shows that it is withheld, and no number', () => {
    const turnout = { min: 8018, max: 8018 };
    const held = stateAfter(heldBack(at('10:06'), pack, { area: 'KZ-10', cutoff: '10:05', turnout }));
    const areas = mapAreasOf(areaViewsOf(held, resolved, '10:05', at('10:10')), resolved, 'ru');
    expect(find(areas, 'KZ-10')).toMatchObject({ look: 'withheld', figure: null, low: null, note: 'не публикуется' });
    expect(find(areas, 'KZ-10').sentence).not.toContain('80,18');
  });

  it('[MAP-5] an area says everything in one sentence, in each language', () => {
    expect(find(areasAt(list, '20:20'), 'KZ-10').sentence).toBe(
      'Абайская область: 80,18\u00A0% на 20:05, участки закрыты',
    );
    expect(find(areasAt(list, '20:20'), 'KZ-15').sentence).toContain('участки открыты до 21:00');
    expect(find(areasAt(words, '20:09'), 'KZ-55').sentence).toContain('на 18:05, новые ожидаются');
    for (const language of languages) {
      expect(find(areasAt(list, '20:20', language), 'KZ-10').sentence).toMatch(/80[.,]18/);
    }
  });

  it('[MAP-6] an area that shows the same keeps its identity; only what changed is new', () => {
    const before = areasAt(words, '20:09');
    expect(areasAt(words, '20:10', 'ru', before).every((area, index) => area === before[index])).toBe(true);
    const after = areasAt(list, '20:10', 'ru', before);
    const same = after.filter((area, index) => area === before[index]).map((area) => area.area);
    expect(same).toEqual(['KZ-75']);
  });

  it('[MAP-7] while some vote on, one note says who and until when; while all vote or none does, there is none', () => {
    const noteAt = (hour: string) => openNoteOf(areaViewsOf(list, resolved, '20:05', at(hour)), resolved, 'ru');
    expect(noteAt('19:00')).toBeNull();
    expect(noteAt('20:20')).toMatchObject({ text: 'Запад: открыты до 21:00' });
    expect(noteAt('20:20')?.areas).toHaveLength(5);
    expect(noteAt('21:00')).toBeNull();
  });

  it('[MAP-7] names the group only where exactly its areas vote on, and the time when the last of them closes', () => {
    const views = areaViewsOf(list, resolved, '20:05', at('20:20'));
    const open = views.filter(({ polls }) => polls === 'open').map(({ area }) => area);
    const [first = ''] = open;
    const closed = views.find(({ polls }) => polls === 'closed')?.area ?? '';
    const noteWith = (area: string, change: Partial<AreaView>) =>
      openNoteOf(
        views.map((view) => (view.area === area ? { ...view, ...change } : view)),
        resolved,
        'ru',
      );
    expect(noteWith(first, { polls: 'closed' })).toMatchObject({
      text: 'участки открыты до 21:00',
      areas: open.slice(1),
    });
    expect(noteWith(closed, { polls: 'open' })).toMatchObject({ text: 'участки открыты до 21:00' });
    expect(noteWith(first, { closesAt: at('20:30') })).toMatchObject({ text: 'Запад: открыты до 21:00' });
  });
});

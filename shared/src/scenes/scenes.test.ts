import { describe, expect, it } from 'vitest';

import { languages } from '../ids.ts';
import { mapSceneOf } from './map-scene-of.ts';
import { nationalSceneOf } from './national-scene-of.ts';
import { at, dayUntil, pack, resolved } from './recorded-scenes.fixture.ts';
import { sceneFrameOf } from './scene-frame-of.ts';
import { sceneRequestOf } from './scene-request.ts';
import { sceneWords } from './scene-words.ts';

const list = dayUntil('announcement-1805', 'announcement-2005-list');
const evening = dayUntil('announcement-1605');
const nothing = dayUntil(null);

describe('the frame of a scene', () => {
  it('[SCN-1] before the first figure it has no hero, and says what is expected and when', () => {
    const frame = sceneFrameOf(nothing, resolved, at('09:12'), 'ru');
    expect(frame.hero).toBeNull();
    expect(frame.waiting?.expected).toEqual({ before: 'Первое сообщение ожидается в ', value: '10:05', after: '' });
    expect(frame.rail.every((notch) => notch.state === 'due' && notch.value === null)).toBe(true);
    expect(frame.rail).toHaveLength(7);
  });

  it('[SCN-2] the hero is the newest national figure as published, with as-of, counts, basis and status', () => {
    const hero = sceneFrameOf(list, resolved, at('20:14'), 'ru').hero;
    expect(hero).toMatchObject({
      text: '69,31',
      isNumber: true,
      statusWord: 'предварительно',
      asOf: { before: 'по состоянию на ', value: '20:05' },
      stalePlate: null,
      electorate: 'из 11\u202F950\u202F485 в списках',
    });
    expect(hero?.ballots?.value).toBe('8\u202F282\u202F607');
  });

  it('[SCN-3] once the next announcement is late by more than the tolerance, the as-of is a stale plate and nothing else changes', () => {
    const before = sceneFrameOf(evening, resolved, at('18:14'), 'ru');
    const late = sceneFrameOf(evening, resolved, at('18:16'), 'ru');
    expect(before.hero?.stalePlate).toBeNull();
    expect(late.hero?.stalePlate).toBe('данные на 16:05');
    expect({ ...late.hero, stalePlate: null }).toEqual({ ...before.hero, stalePlate: null });
    expect(late.rail.find((notch) => notch.id === '18:05')?.state).toBe('overdue');
    expect(before.rail.find((notch) => notch.id === '18:05')?.state).toBe('due');
  });

  it('[SCN-4] the rail marks what was published, what is shown, what is due, and what was passed over', () => {
    const rail = sceneFrameOf(
      dayUntil('announcement-1005', 'announcement-2005-list'),
      resolved,
      at('20:14'),
      'ru',
    ).rail;
    expect(rail.map((notch) => notch.state)).toEqual([
      'published',
      'missed',
      'missed',
      'missed',
      'missed',
      'shown',
      'due',
    ]);
    expect(rail[0]?.value).toBe('23,37');
  });

  it('[SCN-5] the final record is told by its day, with its own electorate', () => {
    const { hero, rail } = sceneFrameOf(
      dayUntil('announcement-2200', 'announcement-final'),
      resolved,
      at('23:59'),
      'ru',
    );
    expect(hero).toMatchObject({ text: '69,44', status: 'final', statusWord: 'окончательно', isByClock: false });
    expect(hero?.asOf.value).toContain('ноября 2022');
    expect(hero?.electorate).toContain('11\u202F953\u202F465');
    expect(rail.at(-1)).toMatchObject({ state: 'shown' });
  });

  it('[SCN-6] the mode of the log is in every frame', () => {
    expect(sceneFrameOf({ ...list, mode: 'rehearsal' }, resolved, at('20:14'), 'ru').mode).toBe('rehearsal');
  });
});

describe('the national scene', () => {
  it('[SCN-7] compares with the vote announced at the most of the same hours, in points of the coarser decimals', () => {
    const scene = nationalSceneOf(list, resolved, at('20:14'), 'ru');
    expect(scene.earlier).toMatchObject({ name: '2019', label: '2019: 77,0 на 20:00' });
    expect(scene.earlier?.difference?.text).toBe('\u22127,7\u00A0п.\u00A0п.');
    expect(scene.points.map((point) => point?.text ?? null)).toEqual([
      '23,37',
      '38,55',
      '51,16',
      '62,34',
      '67,85',
      '69,31',
      null,
    ]);
    const asked = nationalSceneOf(list, resolved, at('20:14'), 'ru', 'kz-2021-01-10-mazhilis');
    expect(asked.earlier?.points.filter((point) => point === null)).toHaveLength(3);
  });

  it('[SCN-8] gives no difference where this figure is not exact', () => {
    const state = dayUntil('announcement-1805');
    const key = `${pack.commission.id}/ballots-issued/18:05/${pack.root}`;
    const figure = state.figures[key];
    if (figure === undefined) throw new Error('no figure');
    const ranged = {
      ...state,
      figures: {
        ...state.figures,
        [key]: {
          ...figure,
          revisions: figure.revisions.map((each) => ({ ...each, turnout: { min: 6001, max: 10_000 } })),
        },
      },
    };
    const scene = nationalSceneOf(ranged, resolved, at('18:10'), 'ru');
    expect(scene.earlier?.difference).toBeNull();
    expect(scene.frame.hero).toMatchObject({ text: '60+', isNumber: false });
    expect(scene.points.at(4)).toMatchObject({ min: 6001, max: 10_000 });
  });

  it('[SCN-9] now stands between the cutoffs, and nowhere once the day is told', () => {
    expect(nationalSceneOf(list, resolved, at('09:00'), 'ru').nowAt).toBeNull();
    const { nowAt, times } = nationalSceneOf(list, resolved, at('20:14'), 'ru');
    expect(nowAt).toBeGreaterThan(times.at(-2)?.x ?? 1);
    expect(nowAt).toBeLessThan(1);
    expect(nationalSceneOf(dayUntil('announcement-2200'), resolved, at('22:10'), 'ru').nowAt).toBeNull();
  });
});

describe('scenes', () => {
  it('[SCN-10] an address that asks for no known scene is read as none', () => {
    expect(sceneRequestOf({ scene: 'nonsense', bg: 'pink', earlier: '<' })).toEqual({
      scene: null,
      bg: 'ink',
      earlier: null,
    });
    expect(sceneRequestOf({ scene: 'map', bg: 'transparent' })).toEqual({
      scene: 'map',
      bg: 'transparent',
      earlier: null,
    });
  });

  it('[SCN-11] the map scene shows the areas of the hero’s own cutoff, unchanged areas by identity', () => {
    const first = mapSceneOf(list, resolved, at('20:14'), 'ru');
    expect(first.frame.cutoff).toBe('20:05');
    expect(first.areas).toHaveLength(20);
    expect(mapSceneOf(list, resolved, at('20:15'), 'ru', first).areas).toBe(first.areas);
  });

  it('[SCN-12] every word is there in every language, and Kazakh is not Russian', () => {
    const flat = (value: object): [string, string][] =>
      Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
        typeof item === 'string' ? [[key, item] as [string, string]] : flat(item as object),
      );
    const [kk, ru] = [flat(sceneWords.kk), flat(sceneWords.ru)];
    const places = (sentence: string): string[] => [...sentence.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
    for (const language of languages) {
      expect(flat(sceneWords[language]).map(([key]) => key)).toEqual(ru.map(([key]) => key));
      flat(sceneWords[language]).forEach(([, words], index) =>
        expect(places(words)).toEqual(places(ru[index]?.[1] ?? '')),
      );
    }
    const bare = (words: string): boolean => words.replace(/\{\w+\}/g, '').trim() === '';
    expect(kk.filter(([, words], index) => words === ru[index]?.[1] && !bare(words))).toEqual([]);
  });
});

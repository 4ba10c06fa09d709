import { languages } from '@yavka/shared/ids';
import { at, dayUntil, pack, resolved } from '@yavka/shared/scenes/recorded-scenes.fixture';
import { describe, expect, it } from 'vitest';

import { pictureNameOf } from './picture-name-of.ts';
import { pictureWordsOf } from './picture-words-of.ts';
import { lettersWithin } from './unicode-range.ts';

const last = pack.recordedDay?.announcements.findLast(({ cutoff }) => cutoff === '20:05')?.id ?? null;
const evening = { ...dayUntil(last), mode: 'rehearsal' as const };
const subject = {
  ...{
    title: 'Map',
    unit: null,
    note: null,
    cutoff: '20:05',
    area: null,
    hasBorders: true,
    knownAt: null,
    now: at('20:14'),
  },
} as const;

describe('a picture', () => {
  it.each(languages)(
    '[OUT-12] says its figure, as of when and in whose time, source, election and borders (%s)',
    (language) => {
      const told = pictureWordsOf(evening, resolved, language, subject);
      expect(told.title).toBe('Map');
      expect(told.statement?.replaceAll('\u00A0', ' ')).toMatch(language === 'en' ? /: 69\.31%$/ : /: 69,31 %$/);
      expect(told.asOf).toContain('20:05');
      expect(told.asOf).toContain(pack.capital.timeLabel[language]);
      expect(told.asOf).toContain('2022');
      const foot = told.foot.join(' ');
      for (const words of [pack.commission.names, pack.title, pack.geometry?.credit])
        expect(foot).toContain(words?.[language]);
      expect(
        pictureWordsOf(evening, resolved, language, { ...subject, hasBorders: false }).foot.join(' '),
      ).not.toContain(pack.geometry?.credit[language]);
    },
  );

  it('[OUT-12] tells a rehearsal by the word of every language, a live day by none', () => {
    expect(pictureWordsOf(evening, resolved, 'en', subject).rehearsal).toBe('РЕПЕТИЦИЯ · ЖАТТЫҒУ · REHEARSAL');
    expect(pictureWordsOf({ ...evening, mode: 'live' }, resolved, 'en', subject).rehearsal).toBeNull();
    const told = { election: pack.id, picture: 'map', cutoff: '20:05', language: 'kk' } as const;
    expect(pictureNameOf({ ...told, mode: 'rehearsal' }, 'svg')).toBe(`${pack.id}_map_20-05_kk_rehearsal.svg`);
    expect(pictureNameOf({ ...told, mode: 'live' }, 'png')).toBe(`${pack.id}_map_20-05_kk.png`);
  });

  it('[OUT-12] says nothing that is not known: no figure before the first, and an earlier moment by its time', () => {
    const nothing = pictureWordsOf(dayUntil(null), resolved, 'ru', { ...subject, cutoff: null });
    expect(nothing.statement).toBeNull();
    expect(nothing.asOf).not.toMatch(/\d\d:\d\d/);
    expect(pictureWordsOf(evening, resolved, 'ru', { ...subject, cutoff: 'final' }).statement).toMatch(
      /: данных ещё нет$/,
    );
    const late = { ...subject, cutoff: '22:00', now: at('22:30') };
    expect(pictureWordsOf(evening, resolved, 'en', late).statement).toMatch(/: figures awaited$/);
    expect(pictureWordsOf(evening, resolved, 'en', { ...subject, knownAt: 'known at {time}' }).asOf).toMatch(
      /known at \d\d:\d\d$/,
    );
  });

  it('[OUT-13] takes of a font the files whose letters occur', () => {
    const text = 'Яa9ғ';
    expect(lettersWithin('U+301, U+400-45F, U+490-491', text)).toEqual(['Я']);
    expect(lettersWithin('U+460-52F', text)).toEqual(['ғ']);
    expect(lettersWithin('U+0??', text)).toEqual(['a', '9']);
    expect(lettersWithin('', text)).toEqual([...text]);
    expect(lettersWithin('U+370-3FF', text)).toEqual([]);
  });
});

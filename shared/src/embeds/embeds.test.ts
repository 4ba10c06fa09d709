import { describe, expect, it } from 'vitest';

import { heldBack, releasedAt, stateAfter } from '../analysis/released-state.fixture.ts';
import type { Language } from '../ids.ts';
import { languages } from '../ids.ts';
import type { ElectionState } from '../log/state.ts';
import { at, dayUntil, pack, resolved } from '../scenes/recorded-scenes.fixture.ts';
import { embedMomentOf } from './embed-moment-of.ts';
import { embedPlateOf } from './embed-plate-of.ts';
import type { EmbedRequest } from './embed-request.ts';
import { embedKinds, embedPathOf, embedRequestOf } from './embed-request.ts';
import { embedSnippetOf } from './embed-snippet-of.ts';
import { embedWords } from './embed-words.ts';
import { markup } from './markup.ts';

const words = dayUntil('announcement-1805', 'announcement-2005-words');
const list = dayUntil('announcement-1805', 'announcement-2005-list');
const nothing = dayUntil(null);

function asked(kind: EmbedRequest['kind'], more: Partial<EmbedRequest> = {}): EmbedRequest {
  return { kind, election: pack.id, lang: 'ru', at: null, theme: 'ink', expects: null, ...more };
}
const plateOf = (state: ElectionState, hour: string, request: EmbedRequest) =>
  embedPlateOf(state, resolved, at(hour), request);
/** What is read of markup when nothing of it is drawn. */
const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const elements = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([whole]) => whole);

describe('what every embed says', () => {
  it.each(embedKinds.flatMap((kind) => languages.map((lang) => [kind, lang] as const)))(
    '[EMB-1] %s in %s: the figure, its time and whose clock, its status, its source and the way to the board',
    (kind, lang: Language) => {
      const { html, title } = plateOf(list, '20:14', asked(kind, { lang }));
      const text = textOf(html);
      const figure = lang === 'en' ? '69.31' : '69,31';
      const status = { ru: 'предварительно', kk: 'алдын ала', en: 'preliminary' }[lang];
      for (const said of [figure, '20:05', pack.capital.timeLabel[lang], status, pack.commission.shortNames[lang]])
        expect(text).toContain(said);
      expect(title).toContain(figure);
      expect(title).toContain('20:05');
      expect(html).toMatch(new RegExp(`<a class="to-board" href="/[a-z]*\\?lang=${lang}"`));
    },
  );

  it('[EMB-1] before the first figure there is no number: it is said what is expected and when', () => {
    for (const kind of embedKinds) {
      const { html } = plateOf(nothing, '09:12', asked(kind));
      expect(textOf(html)).toContain('Первое сообщение ожидается в 10:05 , время Астаны');
      expect(html).not.toMatch(/class="(hero|country-figure)"/);
    }
  });

  it('[EMB-3] a rehearsal says so in its own picture, in three languages; a live day does not', () => {
    for (const kind of embedKinds) {
      const rehearsed = plateOf({ ...list, mode: 'rehearsal' }, '20:14', asked(kind)).html;
      expect(rehearsed).toMatch(/<span lang="kk">ЖАТТЫҒУ<.*<span lang="en">REHEARSAL</);
      expect(rehearsed.replaceAll(/<.+?>/g, '')).toContain('РЕПЕТИЦИЯ · ЖАТТЫҒУ · REHEARSAL');
      expect(plateOf({ ...list, mode: 'live' }, '20:14', asked(kind)).html).not.toContain('РЕПЕТИЦИЯ');
    }
  });

  it('[EMB-6] nothing of a pack or an announcement is markup', () => {
    expect(markup`<p title="${'"><script>'}">${'<b>&</b>'}${null}${[markup`<i>${1}</i>`]}</p>`.html).toBe(
      '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&lt;/b&gt;<i>1</i></p>',
    );
    const hostile = '<img src=x onerror=alert(1)>"\'&';
    const everywhere = JSON.parse(
      JSON.stringify(resolved, (key, value: unknown) =>
        ['ru', 'kk', 'en'].includes(key) && typeof value === 'string' ? `${value}${hostile}` : value,
      ),
    ) as typeof resolved;
    for (const kind of embedKinds) {
      const { html } = embedPlateOf(words, everywhere, at('20:14'), asked(kind));
      expect(html).toContain('&lt;img src=x onerror');
      expect(html).not.toContain('<img');
      expect(html).not.toMatch(/\bon\w+="|style="/);
    }
  });
});

describe('the kinds of embeds', () => {
  it('[EMB-9] the map has every area once, with band, texture, figure and one sentence for ears', () => {
    const { html } = plateOf(words, '20:14', asked('map'));
    const tiles = elements(html, /<g class="tile".*?<\/g>/gs);
    const tileOf = (area: string): string => tiles.find((tile) => tile.includes(`data-area="${area}"`)) ?? '';
    expect(tiles).toHaveLength(20);
    expect(tileOf('KZ-75')).toContain('fill="#884738"');
    expect(tileOf('KZ-75')).not.toContain('url(');
    expect(textOf(tileOf('KZ-75'))).toContain('28,72');
    expect(tileOf('KZ-10')).toContain('url(#tile-above)');
    expect(textOf(tileOf('KZ-10'))).toMatch(/80\+$/);
    expect(tileOf('KZ-55')).toContain('data-look="stale"');
    for (const [id] of html.matchAll(/url\(#[^)]+\)/g)) expect(html).toContain(`id="${id.slice(5, -1)}"`);
    for (const tile of tiles) expect(tile).toMatch(/role="img" aria-label="[^"]{20,}"/);
  });

  it('[EMB-9] the curve has a point for each published figure and nothing between or after', () => {
    const { html } = plateOf(dayUntil('announcement-1405', 'announcement-2005-list'), '20:14', asked('curve'));
    const drawings = elements(html, /<svg class="curve".*?<\/svg>/gs);
    expect(drawings).toHaveLength(3);
    for (const drawing of drawings) {
      expect(elements(drawing, /class="curve-mark"/g)).toHaveLength(4);
      // Three neighbours are joined; the one after a gap is not.
      const line = /class="curve-line" d="([^"]*)"/.exec(drawing)?.[1] ?? '';
      expect(line.replace(/[\d. ]/g, '')).toBe('MLLM');
    }
    const rows = elements(html, /<tr><th scope="row">.*?<\/tr>/gs).map(textOf);
    expect(rows[0]).toMatch(/^10:05 23,37/);
    expect(rows[3]).toMatch(/^16:05 не сообщалось/);
    expect(rows[6]).toMatch(/^22:00 данных ещё нет/);
  });

  it('[EMB-9] the curve draws a range as its whole length, joined to nothing', () => {
    const country = (cutoff: string, min: number, max: number) =>
      releasedAt(at(cutoff), pack, [{ area: pack.root, cutoff, turnout: { min, max } }]);
    const state = stateAfter([country('10:05', 2337, 2337), country('12:05', 3001, 10_000)]);
    const [drawing = ''] = elements(plateOf(state, '12:10', asked('curve')).html, /<svg class="curve".*?<\/svg>/gs);
    expect(elements(drawing, /class="curve-range"/g)).toHaveLength(1);
    expect(elements(drawing, /class="curve-mark"/g)).toHaveLength(1);
    expect(/class="curve-line" d="([^"]*)"/.exec(drawing)?.[1]).not.toContain('L');
  });

  it('[EMB-9] the ranking gives places only where every area has an exact figure of the hour', () => {
    const whole = plateOf(list, '20:14', asked('ranking')).html;
    const places = (html: string): string[] =>
      elements(html, /class="rank-place">[^<]*/g).map((each) => each.split('>')[1] ?? '');
    expect(places(whole).map(Number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    const partly = plateOf(words, '20:14', asked('ranking')).html;
    expect(places(partly)).toEqual(Array.from({ length: 20 }, () => ''));
    expect(elements(partly, /<h2.*?<\/h2>/g).map(textOf)).toEqual([
      'Точные цифры',
      'Сказано словами, без точной цифры',
      'Новой цифры нет',
    ]);
  });

  it('[EMB-9] a withheld figure is shown nowhere', () => {
    const turnout = { min: 8018, max: 8018 };
    const held = stateAfter(heldBack(at('10:06'), pack, { area: 'KZ-10', cutoff: '10:05', turnout }));
    for (const kind of embedKinds) expect(plateOf(held, '10:10', asked(kind)).html).not.toContain('80,18');
    expect(textOf(plateOf(held, '10:10', asked('ranking')).html)).toContain('не публикуется');
  });
});

describe('the time of an embed', () => {
  it('[EMB-4] an embed of a cutoff shows the day as it stood then and nothing of later ones', () => {
    const later = dayUntil('announcement-2200', 'announcement-final');
    for (const kind of embedKinds) {
      const then = plateOf(later, '23:59', asked(kind, { at: '18:05' }));
      expect(textOf(then.html)).toContain('67,85');
      expect(textOf(then.html)).not.toMatch(/69,31|69,43|69,44/);
      expect(then.html).toContain('at=18:05"');
      expect(then.changesAt).toBeNull();
    }
  });

  it('[EMB-4] what has been corrected since is told with its mark', () => {
    const said = { area: pack.root, cutoff: '18:05', turnout: { min: 6758, max: 6758 } };
    const corrected = { revision: 2, kind: 'typo' as const, reason: 'опечатка' };
    const state = stateAfter([
      releasedAt(at('18:06'), pack, [said]),
      releasedAt(at('18:31'), pack, [{ ...said, turnout: { min: 6785, max: 6785 }, revision: corrected }]),
      releasedAt(at('20:06'), pack, [{ ...said, cutoff: '20:05', turnout: { min: 6931, max: 6931 } }]),
    ]);
    const text = textOf(plateOf(state, '22:00', asked('number', { at: '18:05' })).html);
    expect(text).toContain('67,85');
    expect(text).toContain('исправлено 18:31');
    expect(embedMomentOf(state, resolved, '18:05', at('22:00')).state.figures).not.toHaveProperty([
      `${pack.commission.id}/ballots-issued/20:05/${pack.root}`,
    ]);
  });

  it('[EMB-8] what the clock alone changes, it changes at the instant that was told and not before', () => {
    for (const kind of embedKinds) {
      let now = at('20:14');
      const end = at('23:00');
      const seen: number[] = [];
      while (now < end) {
        const { html, changesAt } = embedPlateOf(list, resolved, now, asked(kind));
        const until = changesAt ?? end;
        expect(until).toBeGreaterThan(now);
        expect(embedPlateOf(list, resolved, until - 1, asked(kind)).html).toBe(html);
        seen.push(until);
        now = until;
      }
      // The west closes at 21:00.
      expect(seen).toContain(at('21:00'));
    }
  });
});

describe('an embed’s address', () => {
  it('[EMB-2] is read back as it is written, and leaves out what is not understood', () => {
    for (const kind of embedKinds) {
      const full = asked(kind, { lang: 'kk', at: '20:05', theme: 'paper', expects: 'live' });
      const [path = '', search = ''] = embedPathOf(full).split('?');
      const values = Object.fromEntries(
        search.split('&').map((pair) => pair.split('=').map((each) => decodeURIComponent(each)) as [string, string]),
      );
      expect(embedRequestOf(path, values)).toEqual(full);
    }
    expect(embedRequestOf('/embed/number', { lang: 'xx', theme: 'neon', at: '<>', expects: 'maybe' })).toEqual(
      asked('number', { election: null }),
    );
    expect(embedRequestOf('/embed/nonsense', {})).toBeNull();
  });

  it('[EMB-3] the code for an article names its election; a live server’s never shows a rehearsal', () => {
    const wanted = { kind: 'map', election: pack.id, lang: 'ru', at: null, theme: 'ink' } as const;
    const page = { origin: 'https://yavka.example', title: 'Явка & "карта"' };
    const live = embedSnippetOf(wanted, { ...page, mode: 'live' });
    expect(live).toContain(`src="https://yavka.example/embed/map?election=${pack.id}&amp;lang=ru&amp;expects=live"`);
    expect(live).toContain('title="Явка &amp; &quot;карта&quot;"');
    expect(live).toContain('loading="lazy"');
    expect(embedSnippetOf(wanted, { ...page, mode: 'rehearsal' })).not.toContain('expects');
  });

  it('[UI-20, UI-21, UI-22] its words are there in every language, and Kazakh is not Russian', () => {
    const places = (sentence: string): string[] => [...sentence.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
    const saidIn = (language: Language) => Object.entries({ ...embedWords[language] } as Record<string, string>);
    const russian = saidIn('ru');
    for (const language of languages) {
      const said = saidIn(language);
      expect(said.map(([key]) => key)).toEqual(russian.map(([key]) => key));
      expect(said.filter(([, each]) => each.trim() === '')).toEqual([]);
      expect(said.map(([, each]) => places(each))).toEqual(russian.map(([, each]) => places(each)));
    }
    const same = saidIn('kk').filter(([, said], index) => said === russian[index]?.[1]);
    expect(same.map(([key]) => key)).toEqual(['name']);
  });
});

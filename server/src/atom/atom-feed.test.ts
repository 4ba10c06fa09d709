import { releasedAt } from '@yavka/shared/analysis/released-state.fixture';
import type { FigureRevision } from '@yavka/shared/figures/figure';
import { figureIdOf } from '@yavka/shared/figures/figure';
import { languages } from '@yavka/shared/ids';
import { applyEntries } from '@yavka/shared/log/apply-entry';
import { emptyState } from '@yavka/shared/log/empty-state';
import type { AnnouncementRecord, Payload } from '@yavka/shared/log/payload';
import { genesisHash, sealEntries } from '@yavka/shared/log/seal';
import { at, pack, resolved } from '@yavka/shared/scenes/recorded-scenes.fixture';
import { describe, expect, it } from 'vitest';

import type { XmlElement } from '../exports/read-xml.fixture.ts';
import { childrenOf, elementAt, readXml } from '../exports/read-xml.fixture.ts';
import type { Told } from '../live/live-election.ts';
import { atomFeedOf } from './atom-feed-of.ts';

type Step = { readonly at: number; readonly payload: Payload };
const country = pack.root;
const city = pack.areas.find(({ kind }) => kind === 'city')?.id ?? '';
const cutoff = '20:05';
const opened = (mode: 'live' | 'rehearsal'): Step => ({
  at: at('09:00'),
  payload: { type: 'log.opened', logId: 'log-1', electionId: pack.id, packHash: 'p', mode },
});

function toldAfter(steps: readonly Step[], mode: 'live' | 'rehearsal' = 'rehearsal'): Told {
  let head = { seq: 0, hash: genesisHash, recordedAt: 0 };
  const entries = [opened(mode), ...steps].flatMap((step, index) => {
    const id = `e-${String(index)}`;
    const actor = { role: 'operator' as const, id: 'op' };
    const sealed = sealEntries(head, [{ v: 1, entryId: id, commandId: id, actor, payload: step.payload }], step.at);
    head = sealed[0] ?? head;
    return sealed;
  });
  return { state: applyEntries(emptyState(), entries), entries };
}

const announcement = (id: string, more: Partial<AnnouncementRecord> = {}): AnnouncementRecord => ({
  announcementId: id,
  text: 'whole text',
  source: 'agency <&> "one"',
  language: 'ru',
  asOf: '20:05',
  cutoff,
  status: 'preliminary',
  receivedAt: 0,
  ...more,
});
/** An announcement of one figure, released with it. */
function announced(
  hour: string,
  id: string,
  area: string,
  turnout: FigureRevision['turnout'],
  revision: Partial<FigureRevision> = {},
): Step {
  const step = releasedAt(at(hour), pack, [{ area, cutoff, turnout, revision: { announcementId: id, ...revision } }]);
  if (step.payload.type !== 'figures.released') throw new Error('not a release');
  return { at: step.at, payload: { ...step.payload, announcements: [announcement(id)] } };
}
const exactly = (value: number) => ({ min: value, max: value });
const feedOf = (told: Told, language: 'kk' | 'ru' | 'en' = 'ru'): string =>
  atomFeedOf(told, resolved, { language, origin: 'https://board.example' });
const entriesIn = (text: string): XmlElement[] => childrenOf(readXml(text), 'entry');
const textAt = (element: XmlElement | undefined, name: string): string => elementAt(element, name)?.text ?? '';

const evening: Step[] = [
  announced('20:06', 'a-1', country, exactly(6931)),
  announced('20:07', 'a-2', city, { min: 8001, max: 10_000 }),
];
const correction = (kind: FigureRevision['kind'], turnout: FigureRevision['turnout']): Step =>
  releasedAt(at('20:20'), pack, [
    {
      area: country,
      cutoff,
      turnout,
      revision: { revision: 2, kind, reason: 'A row <was> shifted', announcementId: 'a-1' },
    },
  ]);

/** What RFC 4287 asks of every feed, so far as a feed alone can show it. */
function expectAtom(text: string): void {
  const atom = 'http://www.w3.org/2005/Atom';
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:\d\d|Z)$/;
  const feed = readXml(text);
  expect([feed.name, feed.namespace]).toEqual(['feed', atom]);
  const entries = childrenOf(feed, 'entry');
  for (const element of [feed, ...entries]) {
    for (const name of ['id', 'title', 'updated']) expect(childrenOf(element, name)).toHaveLength(1);
    expect(textAt(element, 'id')).toMatch(/^tag:[a-z]+,\d{4}-\d\d-\d\d:[\w./:-]+$/);
    expect(textAt(element, 'title').trim()).not.toBe('');
    expect(textAt(element, 'updated')).toMatch(instant);
    for (const { attributes } of childrenOf(element, 'link')) expect(URL.canParse(attributes['href'] ?? '')).toBe(true);
    const alternates = childrenOf(element, 'link')
      .filter(({ attributes }) => attributes['rel'] === 'alternate')
      .map(({ attributes }) => `${attributes['type'] ?? ''} ${attributes['hreflang'] ?? ''}`);
    expect(new Set(alternates).size).toBe(alternates.length);
    const known = 'id title updated author generator rights link entry published category content'.split(' ');
    expect(element.children.filter(({ name, namespace }) => namespace !== atom || !known.includes(name))).toEqual([]);
  }
  expect(textAt(elementAt(feed, 'author'), 'name')).not.toBe('');
  expect(childrenOf(feed, 'link').filter(({ attributes }) => attributes['rel'] === 'self')).toHaveLength(1);
  for (const entry of entries) {
    expect(textAt(entry, 'published')).toMatch(instant);
    const content = elementAt(entry, 'content');
    expect(content?.attributes['type']).toBe('xhtml');
    expect(content?.children.map(({ name, namespace }) => `${namespace} ${name}`)).toEqual([
      'http://www.w3.org/1999/xhtml div',
    ]);
  }
  expect(new Set(entries.map((entry) => textAt(entry, 'id'))).size).toBe(entries.length);
}

describe('the feed', () => {
  it.each(languages)('[OUT-9] is Atom whatever was released, and before anything was (%s)', (language) => {
    const everything = toldAfter([...evening, correction('typo', exactly(6913)), contradicted]);
    for (const told of [toldAfter([]), toldAfter(evening), everything]) expectAtom(feedOf(told, language));
    expect(entriesIn(feedOf(toldAfter([]), language))).toEqual([]);
    expect(entriesIn(feedOf(everything, language))).toHaveLength(4);
  });

  it('[OUT-9] has an entry for each announcement, the newest first, told as it was stated', () => {
    const [second, first] = entriesIn(feedOf(toldAfter(evening)));
    expect(textAt(first, 'title').replaceAll('\u00A0', ' ')).toMatch(/Явка 69,31 % на 20:05 \(.+\), предварительно$/);
    expect(textAt(second, 'title').replaceAll('\u00A0', ' ')).toMatch(/: явка превысила 80 % на 20:05/);
    expect(textAt(second, 'content')).toMatch(/По состоянию на 20:05/);
    expect(textAt(second, 'content')).toContain('agency <&> "one"');
    expect(textAt(second, 'content')).toContain(pack.commission.names.ru);
    expect(elementAt(second, 'link')?.attributes['href']).toBe(
      `https://board.example/?${new URLSearchParams({ area: city, at: cutoff, lang: 'ru' }).toString()}`,
    );
  });

  it('[OUT-10] has an entry for a correction, and says it in the corrected announcement’s own entry too', () => {
    const before = entriesIn(feedOf(toldAfter(evening), 'en')).map((entry) => [
      textAt(entry, 'id'),
      textAt(entry, 'updated'),
    ]);
    const [news, second, first] = entriesIn(feedOf(toldAfter([...evening, correction('typo', exactly(6913))]), 'en'));
    expect(textAt(news, 'title')).toMatch(/Corrected: turnout 69\.13% at 20:05 .*\(was 69\.31%\)$/);
    expect(textAt(news, 'content')).toContain('Reason: A row <was> shifted');
    expect(elementAt(news, 'category')?.attributes['term']).toBe('correction');
    expect(textAt(first, 'title')).toMatch(/later corrected$/);
    expect(textAt(first, 'content')).toContain('turnout 69.31% – later corrected: 69.13%');
    expect([textAt(second, 'id'), textAt(second, 'updated')]).toEqual(before[0]);
    expect(textAt(first, 'id')).toBe(before[1]?.[0]);
    expect(textAt(first, 'updated')).toBe(textAt(news, 'updated'));
  });

  it('[OUT-10] has an entry for a withdrawal, without a number of its own', () => {
    const [news, , first] = entriesIn(feedOf(toldAfter([...evening, correction('withdrawn', null)]), 'en'));
    expect(textAt(news, 'title')).toMatch(/Withdrawn: .+, turnout at 20:05 .*\(was 69\.31%\)$/);
    expect(elementAt(news, 'category')?.attributes['term']).toBe('withdrawal');
    expect(textAt(first, 'title')).toMatch(/later withdrawn$/);
  });

  it('[OUT-10] has an entry for what another source says otherwise, with what stands and why', () => {
    const [news] = entriesIn(feedOf(toldAfter([...evening, contradicted]), 'en'));
    expect(textAt(news, 'title')).toMatch(/Sources differ: .+ at 20:05/);
    expect(textAt(news, 'content')).toContain('another agency says 70.00%; 69.31% stands.');
    expect(textAt(news, 'content')).toContain('Reason: older than the commission’s');
  });

  it('[OUT-9] has what was given by hand, and what an announcement only confirmed', () => {
    const byHand = releasedAt(at('20:08'), pack, [
      { area: city, cutoff, turnout: exactly(2872), revision: { carrier: 'by phone' } },
    ]);
    const confirming: Step = {
      at: at('20:09'),
      payload: {
        type: 'figures.released',
        announcements: [announcement('a-9')],
        figures: [],
        confirmations: [{ figureId: figureId(city), revision: 1, announcementId: 'a-9', words: '', snippet: null }],
      },
    };
    const [confirmed, hand] = entriesIn(feedOf(toldAfter([byHand, confirming]), 'en'));
    expect(textAt(hand, 'title')).toMatch(/: turnout 28\.72% at 20:05/);
    expect(textAt(hand, 'content')).toContain('Brought by by phone');
    expect(textAt(confirmed, 'content')).toMatch(/Confirms what was reported before: .+ at 20:05/);
  });

  it('[OUT-3] says in its title and in every entry’s that it is a rehearsal; a live one says nothing of that', () => {
    const titles = (text: string) => [readXml(text), ...entriesIn(text)].map((element) => textAt(element, 'title'));
    for (const title of titles(feedOf(toldAfter(evening), 'kk'))) expect(title).toMatch(/^ЖАТТЫҒУ\. /);
    expect(feedOf(toldAfter(evening, 'live'), 'en')).not.toMatch(/rehears/i);
  });

  it('[OUT-9] keeps the newest fifty', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      announced('20:06', `a-${String(index)}`, country, exactly(6931)),
    );
    const told = toldAfter(many.map((step, index) => ({ ...step, at: step.at + index * 1_000 })));
    const ids = entriesIn(feedOf(told)).map((entry) => textAt(entry, 'id'));
    expect(ids).toHaveLength(50);
    expect(ids[0]).toMatch(/\/announcement\/a-59$/);
  });
});

function figureId(area: string): string {
  return figureIdOf({ source: pack.commission.id, measure: 'ballots-issued', cutoff, area });
}

const contradicted: Step = {
  at: at('20:30'),
  payload: {
    type: 'figures.released',
    announcements: [],
    figures: [],
    confirmations: [],
    contradictions: [
      {
        figureId: figureId(country),
        revision: 1,
        announcementId: 'a-7',
        source: 'another agency',
        turnout: exactly(7000),
        ballots: null,
        words: '70',
        snippet: null,
        reason: 'older than the commission’s',
        enteredAt: 0,
      },
    ],
  },
};

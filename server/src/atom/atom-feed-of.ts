import { formatInstant } from '@yavka/shared/format/time';
import type { InstantMs, Language } from '@yavka/shared/ids';
import { languages } from '@yavka/shared/ids';
import { capitalOffsetOf } from '@yavka/shared/pack/capital-offset-of';
import type { ResolvedPack } from '@yavka/shared/pack/pack';
import { fillWords } from '@yavka/shared/format/fill-words';

import { xmlText } from '../exports/xml-text.ts';
import type { Told } from '../live/live-election.ts';
import { atomWords } from './atom-words.ts';
import type { News } from './news-of.ts';
import { newsOf } from './news-of.ts';
import type { NewsWords } from './news-words.ts';
import { newsWords } from './news-words.ts';

/** A reader who was away for long takes the figures as a file. */
const kept = 50;

export interface AtomSettings {
  readonly language: Language;
  /** Where the server is reached, `https://…` without a slash at its end; empty makes addresses that are relative. */
  readonly origin: string;
}

/** What was released as an Atom feed (RFC 4287), the newest first. The same place of the log gives the same bytes. */
export function atomFeedOf(told: Told, resolved: ResolvedPack, { language, origin }: AtomSettings): string {
  const { state, entries } = told;
  const { pack } = resolved;
  const words = atomWords[language];
  const wordsOf = newsWords(state, resolved, language);
  const news = newsOf(told).slice(0, kept);
  // Ids are for ever and hang on no address: the election and its log name them.
  const tag = (name: string): string => `tag:yavka,${pack.date}:${pack.id}/${state.logId}/${language}/${name}`;
  const time = (at: InstantMs): string => formatInstant(at, capitalOffsetOf(resolved));
  const first = entries[0];
  const began = first !== undefined && 'recordedAt' in first ? first.recordedAt : state.recordedAt;
  const updated = Math.max(began, ...news.map((each) => each.updated));
  const feedTitle = fillWords(words.feedTitle, { election: pack.title[language] });
  const title = state.mode === 'rehearsal' ? `${words.rehearsal}. ${feedTitle}` : feedTitle;
  const address = (path: string): string => xmlText(`${origin}${path}`);
  const others = languages
    .filter((other) => other !== language)
    .map((other) => link('alternate', 'application/atom+xml', address(`/feed.atom?lang=${other}`), other));
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">`,
    `<id>${xmlText(tag('feed'))}</id>`,
    `<title>${xmlText(title)}</title>`,
    `<updated>${time(updated)}</updated>`,
    '<author><name>Yavka</name></author>',
    '<generator>Yavka</generator>',
    `<rights>${xmlText(words.rights)}</rights>`,
    link('self', 'application/atom+xml', address(`/feed.atom?lang=${language}`), language),
    link('alternate', 'text/html', address(`/?lang=${language}`), language),
    ...others,
    ...news.map((each) => entryOf(each, wordsOf(each), { tag, time, address, language })),
    '</feed>',
  ].join('\n')}\n`;
}

function entryOf(
  news: News,
  said: NewsWords,
  form: {
    readonly tag: (name: string) => string;
    readonly time: (at: InstantMs) => string;
    readonly address: (path: string) => string;
    readonly language: Language;
  },
): string {
  const { tag, time, address, language } = form;
  const query = new URLSearchParams({
    ...(said.area === null ? {} : { area: said.area }),
    ...(said.cutoff === null ? {} : { at: said.cutoff }),
    lang: language,
  });
  const body = said.body.map((part) =>
    typeof part === 'string'
      ? `<p>${xmlText(part)}</p>`
      : `<ul>${part.map((line) => `<li>${xmlText(line)}</li>`).join('')}</ul>`,
  );
  return [
    '<entry>',
    `<id>${xmlText(tag(news.id))}</id>`,
    `<title>${xmlText(said.title)}</title>`,
    `<published>${time(news.published)}</published>`,
    `<updated>${time(news.updated)}</updated>`,
    `<category term="${news.kind === 'correction' && news.figure.revision.kind === 'withdrawn' ? 'withdrawal' : news.kind}"/>`,
    link('alternate', 'text/html', address(`/?${query.toString()}`), language),
    `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${body.join('')}</div></content>`,
    '</entry>',
  ].join('\n');
}

function link(rel: string, type: string, href: string, language: Language): string {
  return `<link rel="${rel}" type="${type}" hreflang="${language}" href="${href}"/>`;
}

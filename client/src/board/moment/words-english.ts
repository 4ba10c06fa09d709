import type { WordBook } from '../../ui/language.ts';

/** The words of the way through the log's moments in English. */
export const englishWords: WordBook = {
  label: 'The day’s log by moments',
  slider: 'Moment of the log: arrows by entries, Page Up and Page Down by announcements',
  known: 'as known at',
  notShown: 'moment not shown',
  newest: 'now',
  place: 'entry {{seq}} · {{number}} of {{total}}',
  earlier: 'Entry before',
  later: 'Entry after',
  toNewest: 'To the newest figures',
  close: 'Close',
  'trouble.reading': 'Reading the log…',
  'trouble.unreachable': 'The log’s entries did not come. The page will try again when the log goes on.',
  'trouble.broken':
    'The log’s entries do not agree with what this page received. Check the chain on the page of announcements.',
  'kind.opened': 'log opened',
  'kind.announcement': 'announcement without an hour',
  'kind.announcement.at': 'announcement {{label}}',
  'kind.correction.at': 'correction {{label}}: {{areas}}',
  'kind.correction.more': 'correction {{label}}: {{areas}} and {{rest}} more',
  'kind.figures': 'figures without a text',
  'kind.figures.at': 'figures for {{label}}, without a text',
  'kind.stations': 'word of polling stations',
  'kind.electorate': 'number of voters',
  'kind.dispatch': 'a dispatch',
  'kind.erasure': 'a dispatch’s text erased',
};

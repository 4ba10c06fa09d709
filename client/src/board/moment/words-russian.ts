import type { WordBook } from '../../ui/language.ts';

/** The words of the way through the log's moments in Russian. */
export const russianWords: WordBook = {
  label: 'Журнал дня по моментам',
  slider: 'Момент журнала: стрелки – по записям, Page Up и Page Down – по сводкам',
  known: 'как было известно',
  notShown: 'момент не показан',
  newest: 'сейчас',
  place: 'запись {{seq}} · {{number}} из {{total}}',
  earlier: 'Предыдущая запись',
  later: 'Следующая запись',
  toNewest: 'К последним цифрам',
  close: 'Закрыть',
  'trouble.reading': 'Читаем журнал…',
  'trouble.unreachable': 'Записи журнала не получены. Страница попробует ещё раз, когда журнал пойдёт дальше.',
  'trouble.broken':
    'Записи журнала не сходятся с тем, что получила эта страница. Проверьте цепочку на странице сводок.',
  'kind.opened': 'журнал открыт',
  'kind.announcement': 'сводка без часа',
  'kind.announcement.at': 'сводка {{label}}',
  'kind.correction.at': 'исправление {{label}}: {{areas}}',
  'kind.correction.more': 'исправление {{label}}: {{areas}} и ещё {{rest}}',
  'kind.figures': 'цифры без текста',
  'kind.figures.at': 'цифры за {{label}}, без текста',
  'kind.stations': 'сведения об участках',
  'kind.electorate': 'число избирателей',
  'kind.dispatch': 'сообщение с мест',
  'kind.erasure': 'текст сообщения стёрт',
};

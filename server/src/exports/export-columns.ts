import type { Localized } from '@yavka/shared/ids';

import type { ExportRow, RevisionRow } from './export-row.ts';

/** How a column's values are written: a percent in hundredths, a count, a moment, a word of a closed list, or text. */
export type ColumnKind = 'percent' | 'count' | 'moment' | 'word' | 'text' | 'yes';

export interface ExportColumn<Key extends string = keyof RevisionRow> {
  readonly key: Key;
  readonly kind: ColumnKind;
  /** Its head where people read: in a workbook. Programs read the key. */
  readonly head: Localized;
  /** In characters. */
  readonly width: number;
}

/**
 * The columns of every format, in their order. Keys and order are an interface: a new one comes at the end, none is
 * renamed. `{zone}` is the name of the capital's time.
 */
export const figureColumns: readonly ExportColumn<keyof ExportRow>[] = [
  { key: 'election', kind: 'text', head: { kk: 'Сайлау', ru: 'Выборы', en: 'Election' }, width: 26 },
  { key: 'mode', kind: 'word', head: { kk: 'Режим', ru: 'Режим', en: 'Mode' }, width: 13 },
  { key: 'area', kind: 'text', head: { kk: 'Аумақ коды', ru: 'Код территории', en: 'Area code' }, width: 11 },
  { key: 'areaName', kind: 'text', head: { kk: 'Аумақ', ru: 'Территория', en: 'Area' }, width: 30 },
  { key: 'cutoff', kind: 'text', head: { kk: 'Мерзім коды', ru: 'Код среза', en: 'Cutoff code' }, width: 11 },
  { key: 'cutoffLabel', kind: 'text', head: { kk: 'Мерзім', ru: 'Срез', en: 'Cutoff' }, width: 11 },
  {
    key: 'asOf',
    kind: 'moment',
    head: { kk: 'Жағдай бойынша, {zone}', ru: 'По состоянию на, {zone}', en: 'As of, {zone}' },
    width: 19,
  },
  { key: 'measure', kind: 'word', head: { kk: 'Өлшем', ru: 'Показатель', en: 'Measure' }, width: 20 },
  { key: 'turnoutMin', kind: 'percent', head: { kk: 'Кемінде, %', ru: 'Не менее, %', en: 'At least, %' }, width: 11 },
  {
    key: 'turnoutMax',
    kind: 'percent',
    head: { kk: 'Көп дегенде, %', ru: 'Не более, %', en: 'At most, %' },
    width: 11,
  },
  { key: 'quality', kind: 'word', head: { kk: 'Дәлдігі', ru: 'Точность', en: 'Precision' }, width: 16 },
  { key: 'stated', kind: 'text', head: { kk: 'Айтылғаны, %', ru: 'Как названо, %', en: 'As stated, %' }, width: 14 },
  { key: 'words', kind: 'text', head: { kk: 'Дереккөз сөзі', ru: 'Слова источника', en: 'Source’s words' }, width: 44 },
  {
    key: 'ballots',
    kind: 'count',
    head: { kk: 'Берілген бюллетеньдер', ru: 'Выдано бюллетеней', en: 'Ballots issued' },
    width: 14,
  },
  {
    key: 'electorate',
    kind: 'count',
    head: { kk: 'Тізімдегі сайлаушылар', ru: 'Избирателей в списках', en: 'Voters on the lists' },
    width: 14,
  },
  {
    key: 'electorateBasis',
    kind: 'text',
    head: { kk: 'Тізімдер нұсқасы', ru: 'Версия списков', en: 'Version of the lists' },
    width: 16,
  },
  { key: 'status', kind: 'word', head: { kk: 'Мәртебесі', ru: 'Статус', en: 'Status' }, width: 16 },
  { key: 'revision', kind: 'count', head: { kk: 'Редакция', ru: 'Редакция №', en: 'Revision' }, width: 10 },
  {
    key: 'revisionKind',
    kind: 'word',
    head: { kk: 'Редакция түрі', ru: 'Вид редакции', en: 'Kind of revision' },
    width: 22,
  },
  { key: 'reason', kind: 'text', head: { kk: 'Себебі', ru: 'Причина', en: 'Reason' }, width: 36 },
  {
    key: 'missing',
    kind: 'word',
    head: { kk: 'Неге сан жоқ', ru: 'Почему нет числа', en: 'Why no number' },
    width: 20,
  },
  {
    key: 'releasedAt',
    kind: 'moment',
    head: { kk: 'Жарияланды, {zone}', ru: 'Опубликовано, {zone}', en: 'Released, {zone}' },
    width: 19,
  },
  { key: 'source', kind: 'text', head: { kk: 'Дереккөз', ru: 'Источник', en: 'Source' }, width: 12 },
  { key: 'broughtBy', kind: 'text', head: { kk: 'Кім жеткізді', ru: 'Кто передал', en: 'Brought by' }, width: 20 },
  { key: 'announcement', kind: 'text', head: { kk: 'Хабарлама', ru: 'Сообщение', en: 'Announcement' }, width: 20 },
  {
    key: 'announcementHash',
    kind: 'text',
    head: { kk: 'Хабарлама хэші', ru: 'Хэш сообщения', en: 'Announcement’s hash' },
    width: 20,
  },
];

export const revisionColumns: readonly ExportColumn[] = [
  ...figureColumns.filter(({ key }) => key !== 'missing'),
  { key: 'state', kind: 'word', head: { kk: 'Күйі', ru: 'Состояние', en: 'State' }, width: 15 },
  { key: 'stands', kind: 'yes', head: { kk: 'Қазір күшінде', ru: 'Действует', en: 'Stands' }, width: 12 },
];

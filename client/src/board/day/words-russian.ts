/** The day's page in Russian: the list of keys that the other languages follow. */
export const russianWords = {
  'say.figure': '{{area}}, на {{label}}: {{turnout}}.',
  'say.growth': 'С {{since}} {{points}}',
  dispatches: 'Сообщения с мест, отмечены на оси: {{number}}',
  'votes.label': 'Сравнить с',
  'chooser.title': 'Регионы на графиках, до {{number}}',
  'chooser.search': 'Найти регион',
  'chooser.none': 'Такого региона нет',
  'compared.title': 'На тот же час',
  'compared.note': '{{area}} · явка, % · разница в процентных пунктах',
  'compared.caption': '{{area}}: явка по часам и на прежних голосованиях',
  'compared.hour': 'Час',
  'compared.gap': 'число не найдено',
  'compared.break':
    '{{area}}: границы изменились, с прежними голосованиями не сравнивается. Прежние значения – ниже, вместе с отделившейся частью.',
  'compared.breakShort': 'границы',
  'ahead.title': 'Впереди и позади',
  'ahead.note': '{{area}} · п. п. к тому же часу',
  'ahead.alt': 'Разница с прежними голосованиями на последний час: {{said}}',
  'growth.title': 'Прирост между сводками',
  'growth.note': 'п. п. · площадь столбца – прирост, ширина – время',
  'growth.opening': 'с открытия',
  'growth.final': 'После {{since}} до итога: {{points}}',
  'changed.title': 'Границы изменились в {{year}} году',
  'changed.note':
    'Эти области не сравниваются с прежними голосованиями по одной. Вместе с отделившейся частью явка лежит между их значениями: сколько избирателей в каждой, не опубликовано.',
  'changed.areas': 'Область и отделившаяся часть, %',
  'changed.together': 'Вместе',
  'changed.between': 'от {{low}} до {{high}}',
  'changed.unknown': 'не все назвали число',
};

export type DayWords = Record<keyof typeof russianWords, string>;

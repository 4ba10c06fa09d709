import type { DayWords } from './words-russian.ts';

/** The day's page in English. */
export const englishWords: DayWords = {
  'say.figure': '{{area}}, as of {{label}}: {{turnout}}.',
  'say.growth': 'Since {{since}} {{points}}',
  dispatches: 'Dispatches, marked on the axis: {{number}}',
  'votes.label': 'Compare with',
  'chooser.title': 'Regions on the charts, up to {{number}}',
  'chooser.search': 'Find a region',
  'chooser.none': 'No such region',
  'compared.title': 'At the same hour',
  'compared.note': '{{area}} · turnout, % · difference in percentage points',
  'compared.caption': '{{area}}: turnout by hour, now and at earlier votes',
  'compared.hour': 'Hour',
  'compared.gap': 'number not found',
  'compared.break':
    '{{area}}: the borders have changed, so it is not compared with earlier votes. Its earlier values stand below, together with the part cut off.',
  'compared.breakShort': 'borders',
  'ahead.title': 'Ahead and behind',
  'ahead.note': '{{area}} · points from the same hour',
  'ahead.alt': 'Difference from earlier votes at the last hour: {{said}}',
  'growth.title': 'Growth between announcements',
  'growth.note': 'points · a bar’s area is the growth, its width the time',
  'growth.opening': 'from opening',
  'growth.final': 'After {{since}} to the final figure: {{points}}',
  'changed.title': 'Borders changed in {{year}}',
  'changed.note':
    'These regions are not compared one to one with earlier votes. Together with the part cut off, turnout lies between their values: how many voters each has was not published.',
  'changed.areas': 'Region and the part cut off, %',
  'changed.together': 'Together',
  'changed.between': '{{low}} to {{high}}',
  'changed.unknown': 'not all gave a number',
};

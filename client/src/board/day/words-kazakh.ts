import type { DayWords } from './words-russian.ts';

/** The day's page in Kazakh. */
export const kazakhWords: DayWords = {
  'say.figure': '{{area}}, {{label}} бойынша: {{turnout}}.',
  'say.growth': '{{since}} бері {{points}}',
  dispatches: 'Осьте белгіленген жерден хабарлар: {{number}}',
  'votes.label': 'Салыстыру',
  'chooser.title': 'Графиктегі өңірлер, {{number}} дейін',
  'chooser.search': 'Өңірді табу',
  'chooser.none': 'Мұндай өңір жоқ',
  'compared.title': 'Дәл осы сағатта',
  'compared.note': '{{area}} · қатысу, % · айырма пайыздық тармақпен',
  'compared.caption': '{{area}}: сағат бойынша қатысу және бұрынғы дауыс берулер',
  'compared.hour': 'Сағат',
  'compared.gap': 'сан табылмады',
  'compared.break':
    '{{area}}: шекарасы өзгерген, бұрынғы дауыс берулермен салыстырылмайды. Бұрынғы мәндері төменде, бөлінген бөлігімен бірге.',
  'compared.breakShort': 'шекара',
  'ahead.title': 'Алда және артта',
  'ahead.note': '{{area}} · дәл осы сағатқа қатысты п. т.',
  'ahead.alt': 'Соңғы сағаттағы бұрынғы дауыс берулермен айырма: {{said}}',
  'growth.title': 'Мәліметтер арасындағы өсім',
  'growth.note': 'п. т. · бағанның ауданы – өсім, ені – уақыт',
  'growth.opening': 'ашылғаннан бері',
  'growth.final': '{{since}} кейін қорытындыға дейін: {{points}}',
  'changed.title': 'Шекаралар {{year}} жылы өзгерді',
  'changed.note':
    'Бұл облыстар бұрынғы дауыс берулермен жеке-жеке салыстырылмайды. Бөлінген бөлігімен бірге қатысу олардың мәндерінің арасында: әрқайсысында қанша сайлаушы бары жарияланбаған.',
  'changed.areas': 'Облыс пен бөлінген бөлігі, %',
  'changed.together': 'Бірге',
  'changed.between': '{{low}} – {{high}} аралығында',
  'changed.unknown': 'барлығы сан атаған жоқ',
};

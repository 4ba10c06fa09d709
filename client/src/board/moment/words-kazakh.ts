import type { WordBook } from '../../ui/language.ts';

/** The words of the way through the log's moments in Kazakh. */
export const kazakhWords: WordBook = {
  label: 'Күн журналы сәт-сәтімен',
  slider: 'Журнал сәті: бағыттауыштар – жазба бойынша, Page Up және Page Down – мәлімет бойынша',
  known: 'сол сәтте белгілісі',
  notShown: 'сәт көрсетілмеді',
  newest: 'қазір',
  place: '{{seq}}-жазба · {{total}} ішінен {{number}}',
  earlier: 'Алдыңғы жазба',
  later: 'Келесі жазба',
  toNewest: 'Соңғы сандарға',
  close: 'Жабу',
  'trouble.reading': 'Журнал оқылып жатыр…',
  'trouble.unreachable': 'Журнал жазбалары келмеді. Журнал әрі қарай жүргенде бет қайта сұрайды.',
  'trouble.broken': 'Журнал жазбалары осы бет алғанмен сәйкес келмейді. Тізбекті мәліметтер бетінде тексеріңіз.',
  'kind.opened': 'журнал ашылды',
  'kind.announcement': 'сағаты жоқ мәлімет',
  'kind.announcement.at': '{{label}} мәліметі',
  'kind.correction.at': '{{label}} түзетуі: {{areas}}',
  'kind.correction.more': '{{label}} түзетуі: {{areas}} және тағы {{rest}}',
  'kind.figures': 'мәтінсіз сандар',
  'kind.figures.at': '{{label}} сандары, мәтінсіз',
  'kind.stations': 'учаскелер туралы мәлімет',
  'kind.electorate': 'сайлаушылар саны',
  'kind.dispatch': 'жерден хабар',
  'kind.erasure': 'хабар мәтіні өшірілді',
};

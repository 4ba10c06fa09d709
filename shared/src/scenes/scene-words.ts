import type { PluralForms } from '../format/plural.ts';
import type { Language } from '../ids.ts';
import type { MapWords } from './map-words.ts';
import { mapWords } from './map-words.ts';

/** The words of every scene, the map's among them. `{time}`, `{count}`, `{name}` and `{date}` are filled in by `fillWords`. */
export interface SceneWords extends MapWords {
  readonly turnout: string;
  readonly byRegion: string;
  readonly asOf: string;
  readonly staleData: string;
  readonly percentOfVoters: { readonly exact: string; readonly stated: string };
  readonly receivedBallots: string;
  readonly ballotsIssued: string;
  readonly ofElectorate: string;
  readonly onTheLists: string;
  readonly preliminary: string;
  readonly final: string;
  readonly source: string;
  readonly announcement: string;
  readonly finalRecord: string;
  readonly firstExpected: string;
  readonly nextExpected: string;
  readonly awaitingAnnouncement: string;
  readonly pointsTo: string;
  readonly earlierAt: string;
  readonly compared: string;
  readonly comparedToOneDecimal: string;
  readonly legendRegion: string;
  readonly legendOpen: string;
  readonly noExactFigure: string;
  readonly nothingSince: string;
  readonly rehearsal: string;
}

const ru: SceneWords = {
  ...mapWords.ru,
  turnout: 'явка',
  byRegion: 'Явка по регионам',
  asOf: 'по состоянию на {time}',
  staleData: 'данные на {time}',
  percentOfVoters: { exact: 'процента избирателей', stated: 'процентов избирателей' },
  receivedBallots: 'получили бюллетени',
  ballotsIssued: '{count} {word}',
  ofElectorate: 'из {count} в списках',
  onTheLists: '{count} {word} в списках',
  preliminary: 'предварительно',
  final: 'окончательно',
  source: 'Источник:',
  announcement: 'сообщение {time} · {date}',
  finalRecord: 'итоговый протокол · {date}',
  firstExpected: 'Первое сообщение ожидается в {time}',
  nextExpected: 'сообщение ожидается с {time}',
  awaitingAnnouncement: 'ждём сообщение',
  pointsTo: 'сравнение: {name}',
  earlierAt: '{name}: {value} на {time}',
  compared: 'Для сравнения: {name}.',
  comparedToOneDecimal: 'Для сравнения: {name}; опубликовано с точностью до 0,1.',
  legendRegion: 'черта над шкалой – регион',
  legendOpen: 'пунктир и кольцо – участки ещё открыты',
  noExactFigure: 'точной цифры нет',
  nothingSince: 'позже не сообщалось',
  rehearsal: 'РЕПЕТИЦИЯ',
};

const kk: SceneWords = {
  ...mapWords.kk,
  turnout: 'сайлаушылардың келуі',
  byRegion: 'Өңірлердегі келу көрсеткіші',
  asOf: '{time} жағдайы бойынша',
  staleData: 'дерек: {time}',
  percentOfVoters: { exact: 'пайыз сайлаушы', stated: 'пайыз сайлаушы' },
  receivedBallots: 'бюллетень алды',
  ballotsIssued: '{count} {word}',
  ofElectorate: 'тізімде {count} адам бар',
  onTheLists: 'тізімде {count} {word}',
  preliminary: 'алдын ала',
  final: 'түпкілікті',
  source: 'Дереккөз:',
  announcement: '{time} хабарламасы · {date}',
  finalRecord: 'қорытынды хаттама · {date}',
  firstExpected: 'Алғашқы хабарлама сағат {time} шамасында күтіледі',
  nextExpected: 'хабарлама күтілуде: {time}',
  awaitingAnnouncement: 'хабарлама күтілуде',
  pointsTo: 'салыстыру: {name}',
  earlierAt: '{name}: {time} – {value}',
  compared: 'Салыстыру үшін: {name}.',
  comparedToOneDecimal: 'Салыстыру үшін: {name}; 0,1 дәлдікпен жарияланған.',
  legendRegion: 'шкала үстіндегі сызық – өңір',
  legendOpen: 'үзік сызық пен шеңбер – учаскелер әлі ашық',
  noExactFigure: 'нақты сан жоқ',
  nothingSince: 'кейін хабарланбаған',
  rehearsal: 'ЖАТТЫҒУ',
};

const en: SceneWords = {
  ...mapWords.en,
  turnout: 'turnout',
  byRegion: 'Turnout by region',
  asOf: 'as of {time}',
  staleData: 'data as of {time}',
  percentOfVoters: { exact: 'percent of voters', stated: 'percent of voters' },
  receivedBallots: 'were issued ballots',
  ballotsIssued: '{count} {word}',
  ofElectorate: 'to {count} on the lists',
  onTheLists: '{count} {word} on the lists',
  preliminary: 'preliminary',
  final: 'final',
  source: 'Source:',
  announcement: 'announcement of {time} · {date}',
  finalRecord: 'final record · {date}',
  firstExpected: 'First announcement expected at {time}',
  nextExpected: 'announcement expected since {time}',
  awaitingAnnouncement: 'announcement awaited',
  pointsTo: 'vs {name}',
  earlierAt: '{name}: {value} at {time}',
  compared: 'For comparison: {name}.',
  comparedToOneDecimal: 'For comparison: {name}; published to 0.1.',
  legendRegion: 'tick above the scale: a region',
  legendOpen: 'dotted tick and ring: polls still open',
  noExactFigure: 'no exact figure',
  nothingSince: 'nothing reported since',
  rehearsal: 'REHEARSAL',
};

export const sceneWords: Record<Language, SceneWords> = { kk, ru, en };

export const ballotForms: PluralForms = {
  kk: { one: 'бюллетень берілді', other: 'бюллетень берілді' },
  ru: { one: 'бюллетень', few: 'бюллетеня', many: 'бюллетеней' },
  en: { one: 'ballot issued', other: 'ballots issued' },
};

export const voterForms: PluralForms = {
  kk: { one: 'сайлаушы', other: 'сайлаушы' },
  ru: { one: 'избиратель', few: 'избирателя', many: 'избирателей' },
  en: { one: 'voter', other: 'voters' },
};

/** A sentence cut at one of its places, so that a picture can set the value in another weight. */
export function splitWords(sentence: string, place: string): { readonly before: string; readonly after: string } {
  const [before = '', after = ''] = sentence.split(`{${place}}`);
  return { before, after };
}

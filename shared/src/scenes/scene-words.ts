import type { MissingReason } from '../figures/missing.ts';
import type { Language } from '../ids.ts';
import type { PluralForms } from '../format/plural.ts';

/** The words of every scene and of the map. `{time}`, `{count}`, `{name}` and `{date}` are filled in by `fillWords`. */
export interface SceneWords {
  readonly turnout: string;
  readonly byRegion: string;
  readonly asOf: string;
  readonly staleData: string;
  readonly staleAt: string;
  readonly percentOfVoters: { readonly exact: string; readonly stated: string };
  readonly receivedBallots: string;
  readonly ballotsIssued: string;
  readonly ofElectorate: string;
  readonly onTheLists: string;
  readonly preliminary: string;
  readonly final: string;
  readonly corrected: string;
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
  readonly legendTitle: string;
  readonly legendRegion: string;
  readonly legendOpen: string;
  readonly noExactFigure: string;
  readonly newAwaited: string;
  readonly nothingSince: string;
  readonly openUntil: string;
  readonly groupOpenUntil: string;
  readonly opensAt: string;
  readonly closed: string;
  readonly bandBelow: string;
  readonly bandBetween: string;
  readonly bandFrom: string;
  readonly bandAcross: string;
  readonly bandStale: string;
  readonly bandNone: string;
  readonly regionMap: string;
  readonly regionTiles: string;
  readonly kind: { readonly country: string; readonly region: string; readonly city: string; readonly abroad: string };
  readonly missing: Record<MissingReason, string>;
  readonly rehearsal: string;
}

const ru: SceneWords = {
  turnout: 'явка',
  byRegion: 'Явка по регионам',
  asOf: 'по состоянию на {time}',
  staleData: 'данные на {time}',
  staleAt: 'на {time}',
  percentOfVoters: { exact: 'процента избирателей', stated: 'процентов избирателей' },
  receivedBallots: 'получили бюллетени',
  ballotsIssued: '{count} {word}',
  ofElectorate: 'из {count} в списках',
  onTheLists: '{count} {word} в списках',
  preliminary: 'предварительно',
  final: 'окончательно',
  corrected: 'исправлено {time}',
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
  legendTitle: 'Явка по регионам, %',
  legendRegion: 'черта над шкалой – регион',
  legendOpen: 'пунктир и кольцо – участки ещё открыты',
  noExactFigure: 'точной цифры нет',
  newAwaited: 'новые ожидаются',
  nothingSince: 'позже не сообщалось',
  openUntil: 'участки открыты до {time}',
  groupOpenUntil: '{name}: открыты до {time}',
  opensAt: 'участки откроются в {time}',
  closed: 'участки закрыты',
  bandBelow: 'ниже {max} %',
  bandBetween: 'от {min} до {max} %',
  bandFrom: '{min} % и выше',
  bandAcross: 'между полосами',
  bandStale: 'данные прежнего сообщения',
  bandNone: 'без цифры',
  regionMap: 'Карта явки по регионам',
  regionTiles: 'Плитки регионов с явкой',
  kind: { country: 'страна', region: 'область', city: 'город', abroad: 'за рубежом' },
  missing: {
    notYetDue: 'данных ещё нет',
    awaited: 'данные ожидаются',
    notReported: 'не сообщалось',
    withheld: 'не публикуется',
    notApplicable: 'не относится',
    unknownToSources: 'в источниках нет',
  },
  rehearsal: 'РЕПЕТИЦИЯ',
};

const kk: SceneWords = {
  turnout: 'сайлаушылардың келуі',
  byRegion: 'Өңірлердегі келу көрсеткіші',
  asOf: '{time} жағдайы бойынша',
  staleData: 'дерек: {time}',
  staleAt: 'сағат {time}',
  percentOfVoters: { exact: 'пайыз сайлаушы', stated: 'пайыз сайлаушы' },
  receivedBallots: 'бюллетень алды',
  ballotsIssued: '{count} {word}',
  ofElectorate: 'тізімде {count} адам бар',
  onTheLists: 'тізімде {count} {word}',
  preliminary: 'алдын ала',
  final: 'түпкілікті',
  corrected: 'түзетілді {time}',
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
  legendTitle: 'Өңірлердегі келу, %',
  legendRegion: 'шкала үстіндегі сызық – өңір',
  legendOpen: 'үзік сызық пен шеңбер – учаскелер әлі ашық',
  noExactFigure: 'нақты сан жоқ',
  newAwaited: 'жаңасы күтілуде',
  nothingSince: 'кейін хабарланбаған',
  openUntil: 'учаскелер {time} дейін ашық',
  groupOpenUntil: '{name}: {time} дейін ашық',
  opensAt: 'учаскелер {time} ашылады',
  closed: 'учаскелер жабылды',
  bandBelow: '{max} % төмен',
  bandBetween: '{min}–{max} %',
  bandFrom: '{min} % және жоғары',
  bandAcross: 'жолақтар арасында',
  bandStale: 'алдыңғы хабарламаның дерегі',
  bandNone: 'сансыз',
  regionMap: 'Өңірлердегі келу картасы',
  regionTiles: 'Өңірлердегі келу тақтайшалары',
  kind: { country: 'ел', region: 'облыс', city: 'қала', abroad: 'шетелде' },
  missing: {
    notYetDue: 'дерек әзірге жоқ',
    awaited: 'дерек күтілуде',
    notReported: 'хабарланбады',
    withheld: 'жарияланбайды',
    notApplicable: 'қатысы жоқ',
    unknownToSources: 'дереккөздерде жоқ',
  },
  rehearsal: 'ЖАТТЫҒУ',
};

const en: SceneWords = {
  turnout: 'turnout',
  byRegion: 'Turnout by region',
  asOf: 'as of {time}',
  staleData: 'data as of {time}',
  staleAt: 'at {time}',
  percentOfVoters: { exact: 'percent of voters', stated: 'percent of voters' },
  receivedBallots: 'were issued ballots',
  ballotsIssued: '{count} {word}',
  ofElectorate: 'to {count} on the lists',
  onTheLists: '{count} {word} on the lists',
  preliminary: 'preliminary',
  final: 'final',
  corrected: 'corrected {time}',
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
  legendTitle: 'Turnout by region, %',
  legendRegion: 'tick above the scale: a region',
  legendOpen: 'dotted tick and ring: polls still open',
  noExactFigure: 'no exact figure',
  newAwaited: 'new figures awaited',
  nothingSince: 'nothing reported since',
  openUntil: 'polls open until {time}',
  groupOpenUntil: '{name}: open until {time}',
  opensAt: 'polls open at {time}',
  closed: 'polls closed',
  bandBelow: 'below {max}%',
  bandBetween: '{min} to {max}%',
  bandFrom: '{min}% and above',
  bandAcross: 'across bands',
  bandStale: 'on an earlier figure',
  bandNone: 'without a figure',
  regionMap: 'Map of turnout by region',
  regionTiles: 'Turnout by region, in tiles',
  kind: { country: 'country', region: 'region', city: 'city', abroad: 'abroad' },
  missing: {
    notYetDue: 'no figures yet',
    awaited: 'figures awaited',
    notReported: 'not reported',
    withheld: 'withheld',
    notApplicable: 'does not apply',
    unknownToSources: 'not in the sources',
  },
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

export const areaForms: PluralForms = {
  kk: { one: 'өңір', other: 'өңір' },
  ru: { one: 'регион', few: 'региона', many: 'регионов' },
  en: { one: 'region', other: 'regions' },
};

/** Puts values where a sentence has their names in braces. */
export function fillWords(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** A sentence cut at one of its places, so that a picture can set the value in another weight. */
export function splitWords(sentence: string, place: string): { readonly before: string; readonly after: string } {
  const [before = '', after = ''] = sentence.split(`{${place}}`);
  return { before, after };
}

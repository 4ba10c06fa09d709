import type { Language } from '@yavka/shared/ids';
import { sceneWords } from '@yavka/shared/scenes/scene-words';

import type { ExportRow, RevisionRow } from './export-row.ts';

type Code<Key extends keyof RevisionRow> = Exclude<Extract<RevisionRow[Key], string>, ''>;

/** The words of a workbook: of its closed lists, its sheets, and what it says about itself. */
export interface ExportWords {
  readonly mode: Record<ExportRow['mode'], string>;
  readonly measure: Record<ExportRow['measure'], string>;
  readonly quality: Record<Code<'quality'>, string>;
  readonly status: Record<Code<'status'>, string>;
  readonly revisionKind: Record<Code<'revisionKind'>, string>;
  readonly missing: Record<Code<'missing'>, string>;
  readonly state: Record<Code<'state'>, string>;
  readonly yes: string;
  readonly no: string;
  readonly sheets: { readonly figures: string; readonly about: string; readonly revisions: string };
  readonly about: {
    readonly election: string;
    readonly day: string;
    readonly mode: string;
    readonly live: string;
    readonly rehearsal: string;
    readonly asOf: string;
    readonly nothingYet: string;
    readonly place: string;
    readonly placeValue: string;
    readonly source: string;
    readonly turnout: string;
    readonly turnoutValue: string;
    readonly range: string;
    readonly rangeValue: string;
    readonly missing: string;
    readonly missingValue: string;
    readonly unreleased: string;
    readonly unreleasedValue: string;
    readonly licence: string;
    readonly licenceValue: string;
  };
}

const ru: ExportWords = {
  mode: { live: 'выборы', rehearsal: 'репетиция' },
  measure: { 'ballots-issued': 'выдача бюллетеней' },
  quality: { exact: 'точно', above: 'не ниже границы', approaching: 'у границы снизу', range: 'в пределах' },
  status: { preliminary: sceneWords.ru.preliminary, final: sceneWords.ru.final },
  revisionKind: {
    entered: 'первая',
    refined: 'уточнение источника',
    typo: 'исправлена опечатка',
    'source-correction': 'исправил источник',
    'basis-change': 'изменились списки',
    withdrawn: 'отозвано',
  },
  missing: sceneWords.ru.missing,
  state: { entered: 'введено', verified: 'проверено', released: 'опубликовано' },
  yes: 'да',
  no: 'нет',
  sheets: { figures: 'Явка', about: 'О данных', revisions: 'Редакции' },
  about: {
    election: 'Выборы',
    day: 'День голосования',
    mode: 'Режим',
    live: 'Выборы: опубликованные показатели.',
    rehearsal: 'РЕПЕТИЦИЯ. Учебные данные: это не показатели идущих выборов, публиковать их нельзя.',
    asOf: 'По состоянию на',
    nothingYet: 'ни одного показателя ещё нет',
    place: 'Место в журнале',
    placeValue: 'журнал {log}, запись {seq} от {time}, хэш {hash}',
    source: 'Источник',
    turnout: 'Что такое явка',
    turnoutValue:
      'Выданные бюллетени, делённые на число избирателей в списках, как их назвал источник. Это не опущенные бюллетени и не поданные голоса.',
    range: 'Названное словами',
    rangeValue:
      'Если источник назвал не число, а границу («превысила 80 процентов»), столбцы «не менее» и «не более» – края того, что он сказал. Середина этих краёв ничего не значит.',
    missing: 'Пустые ячейки',
    missingValue: 'Где числа нет, ячейка пуста, а рядом сказано почему. Ничего не подставлено.',
    unreleased: 'Не для публикации',
    unreleasedValue:
      'Выгрузка редакции: среди редакций есть введённые и проверенные показатели, которые не опубликованы.',
    licence: 'Условия',
    licenceValue:
      'Показатели – факты, обнародованные источником. Таблица передана в общественное достояние (CC0 1.0); назовите источник и время.',
  },
};

const kk: ExportWords = {
  mode: { live: 'сайлау', rehearsal: 'жаттығу' },
  measure: { 'ballots-issued': 'бюллетень беру' },
  quality: { exact: 'дәл', above: 'шектен төмен емес', approaching: 'шекке таяу', range: 'аралықта' },
  status: { preliminary: sceneWords.kk.preliminary, final: sceneWords.kk.final },
  revisionKind: {
    entered: 'алғашқы',
    refined: 'дереккөз нақтылады',
    typo: 'қате басылғаны түзетілді',
    'source-correction': 'дереккөз түзетті',
    'basis-change': 'тізімдер өзгерді',
    withdrawn: 'қайтарып алынды',
  },
  missing: sceneWords.kk.missing,
  state: { entered: 'енгізілді', verified: 'расталды', released: 'жарияланды' },
  yes: 'иә',
  no: 'жоқ',
  sheets: { figures: 'Келу', about: 'Дерек туралы', revisions: 'Редакциялар' },
  about: {
    election: 'Сайлау',
    day: 'Дауыс беру күні',
    mode: 'Режим',
    live: 'Сайлау: жарияланған көрсеткіштер.',
    rehearsal: 'ЖАТТЫҒУ. Оқу дерегі: бұл өтіп жатқан сайлаудың көрсеткіші емес, оны жариялауға болмайды.',
    asOf: 'Қай уақыттағы жағдай',
    nothingYet: 'әзірге бірде-бір көрсеткіш жоқ',
    place: 'Журналдағы орны',
    placeValue: '{log} журналы, {seq}-жазба, {time}, хэш {hash}',
    source: 'Дереккөз',
    turnout: 'Келу деген не',
    turnoutValue:
      'Берілген бюллетеньдердің тізімдегі сайлаушылар санына қатынасы, дереккөз айтқандай. Бұл жәшікке салынған бюллетень де, берілген дауыс та емес.',
    range: 'Сөзбен айтылғаны',
    rangeValue:
      'Дереккөз сан емес, шек атаса («80 пайыздан асты»), «кемінде» мен «көп дегенде» бағандары – сол айтылғанның шеттері. Олардың ортасы ештеңе білдірмейді.',
    missing: 'Бос ұяшықтар',
    missingValue: 'Сан жоқ жерде ұяшық бос, қасында себебі айтылған. Орнына ештеңе қойылмаған.',
    unreleased: 'Жариялауға болмайды',
    unreleasedValue: 'Редакция үшін: арасында енгізілген не расталған, бірақ жарияланбаған көрсеткіштер бар.',
    licence: 'Шарттары',
    licenceValue:
      'Көрсеткіштер – дереккөз жариялаған фактілер. Кесте қоғам игілігіне берілген (CC0 1.0); дереккөзі мен уақытын атаңыз.',
  },
};

const en: ExportWords = {
  mode: { live: 'live', rehearsal: 'rehearsal' },
  measure: { 'ballots-issued': 'ballots issued' },
  quality: { exact: 'exact', above: 'at or above a bound', approaching: 'just below a bound', range: 'within bounds' },
  status: { preliminary: sceneWords.en.preliminary, final: sceneWords.en.final },
  revisionKind: {
    entered: 'first',
    refined: 'refined by the source',
    typo: 'typing error corrected',
    'source-correction': 'corrected by the source',
    'basis-change': 'the lists changed',
    withdrawn: 'withdrawn',
  },
  missing: sceneWords.en.missing,
  state: { entered: 'entered', verified: 'verified', released: 'released' },
  yes: 'yes',
  no: 'no',
  sheets: { figures: 'Turnout', about: 'About', revisions: 'Revisions' },
  about: {
    election: 'Election',
    day: 'Polling day',
    mode: 'Mode',
    live: 'Live: released figures.',
    rehearsal: 'REHEARSAL. Practice data: these are no figures of an election under way and must not be published.',
    asOf: 'As of',
    nothingYet: 'no figure yet',
    place: 'Place in the log',
    placeValue: 'log {log}, entry {seq} of {time}, hash {hash}',
    source: 'Source',
    turnout: 'What turnout is',
    turnoutValue:
      'Ballots issued divided by the voters on the lists, as the source stated it. Neither ballots cast nor votes.',
    range: 'Stated in words',
    rangeValue:
      'Where the source named a bound and no number (“exceeded 80 percent”), the columns “at least” and “at most” are the ends of what it said. Their middle means nothing.',
    missing: 'Empty cells',
    missingValue:
      'Where there is no number the cell is empty and the reason stands beside it. Nothing was put in its place.',
    unreleased: 'Not for publication',
    unreleasedValue:
      'An export for the desk: among the revisions are entered and verified figures that are not released.',
    licence: 'Terms',
    licenceValue:
      'The figures are facts that the source made public. The table is dedicated to the public domain (CC0 1.0); name the source and the time.',
  },
};

export const exportWords: Record<Language, ExportWords> = { kk, ru, en };

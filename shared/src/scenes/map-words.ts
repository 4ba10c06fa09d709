import type { MissingReason } from '../figures/missing.ts';
import type { PluralForms } from '../format/plural.ts';
import type { Language } from '../ids.ts';

/**
 * The words of the map, its tiles and its legend, in a file of their own: they are what a board's first view needs of
 * the scenes' words. `{time}`, `{name}`, `{min}` and `{max}` are filled in by `fillWords`.
 */
export interface MapWords {
  readonly staleAt: string;
  readonly corrected: string;
  readonly legendTitle: string;
  readonly newAwaited: string;
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
}

const ru: MapWords = {
  staleAt: 'на {time}',
  corrected: 'исправлено {time}',
  legendTitle: 'Явка по регионам, %',
  newAwaited: 'новые ожидаются',
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
};

const kk: MapWords = {
  staleAt: 'сағат {time}',
  corrected: 'түзетілді {time}',
  legendTitle: 'Өңірлердегі келу, %',
  newAwaited: 'жаңасы күтілуде',
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
};

const en: MapWords = {
  staleAt: 'at {time}',
  corrected: 'corrected {time}',
  legendTitle: 'Turnout by region, %',
  newAwaited: 'new figures awaited',
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
};

export const mapWords: Record<Language, MapWords> = { kk, ru, en };

export const areaForms: PluralForms = {
  kk: { one: 'өңір', other: 'өңір' },
  ru: { one: 'регион', few: 'региона', many: 'регионов' },
  en: { one: 'region', other: 'regions' },
};

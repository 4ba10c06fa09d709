import { boundsFormOf } from '../figures/bounds-form.ts';
import type { TurnoutInterval } from '../figures/turnout.ts';
import type { Language } from '../ids.ts';
import { withDative } from './kazakh-ending.ts';

export type Decimals = 0 | 1 | 2;

const noBreak = '\u00A0';
const thinNoBreak = '\u202F';
const minus = '\u2212';
const enDash = '\u2013';

const decimalMark: Record<Language, string> = { kk: ',', ru: ',', en: '.' };
const groupMark: Record<Language, string> = { kk: thinNoBreak, ru: thinNoBreak, en: ',' };
const percentMark: Record<Language, string> = { kk: `${noBreak}%`, ru: `${noBreak}%`, en: '%' };
const pointsMark: Record<Language, string> = { kk: `п.${noBreak}т.`, ru: `п.${noBreak}п.`, en: 'pp' };

/** Hundredths of a percent to a step of `decimals`, half away from zero, on integers. */
export function roundHundredths(hundredths: number, decimals: Decimals): number {
  const step = 10 ** (2 - decimals);
  const size = Math.abs(hundredths);
  const rounded = Math.floor((2 * size + step) / (2 * step)) * step;
  return hundredths < 0 ? -rounded || 0 : rounded;
}

/** Half of a doubled whole number (medians are kept doubled), half away from zero. */
export function halved(doubled: number): number {
  const half = Math.floor((Math.abs(doubled) + 1) / 2);
  return doubled < 0 ? -half || 0 : half;
}

/** 6931 → `69,31`; with one decimal `69,3`. Rounds half up and does not look at bands: see `roundWithinBand`. */
export function formatHundredths(hundredths: number, language: Language, decimals: Decimals = 2): string {
  const rounded = roundHundredths(hundredths, decimals);
  const size = Math.abs(rounded);
  const fraction = String(size % 100).padStart(2, '0');
  const digits = `${groupThousands(Math.floor(size / 100), language)}${decimals === 0 ? '' : decimalMark[language] + fraction.slice(0, decimals)}`;
  return rounded < 0 ? minus + digits : digits;
}

/** 8000 → `80`, 8050 → `80,5`, 8051 → `80,51`: a bound as people say it, without empty decimals. */
export function formatBound(hundredths: number, language: Language): string {
  if (hundredths % 100 === 0) return formatHundredths(hundredths, language, 0);
  return formatHundredths(hundredths, language, hundredths % 10 === 0 ? 1 : 2);
}

/** 6931 → `69,31 %` (no-break space; none in English). */
export function formatPercent(hundredths: number, language: Language, decimals: Decimals = 2): string {
  return formatHundredths(hundredths, language, decimals) + percentMark[language];
}

/** Percentage points with their sign: −770 → `−7,7 п. п.`. What rounds to nothing has no sign. */
export function formatPoints(hundredths: number, language: Language, decimals: Decimals = 1): string {
  return `${formatSigned(hundredths, language, decimals)}${noBreak}${pointsMark[language]}`;
}

/** The same without the unit, for a column whose head names it. */
export function formatSigned(hundredths: number, language: Language, decimals: Decimals = 1): string {
  const rounded = roundHundredths(hundredths, decimals);
  return `${rounded > 0 ? '+' : ''}${formatHundredths(rounded, language, decimals)}`;
}

/** What points are called: `п. п.`. */
export function pointsUnit(language: Language): string {
  return pointsMark[language];
}

/** A count with its thousands apart: 8 282 607 (thin no-break spaces), in English 8,282,607. */
export function formatCount(count: number, language: Language): string {
  return (count < 0 ? minus : '') + groupThousands(Math.abs(count), language);
}

/**
 * The compact label of a stated turnout: `78,39`; `80+` for a lower bound; `к 80` when it approaches 80;
 * `до 41` for an upper bound; `32,00–33,99` for any other range.
 * @param approachWidth the pack's convention for "approaching", hundredths of a percent
 */
export function formatTurnout(interval: TurnoutInterval, language: Language, approachWidth = 200): string {
  const form = boundsFormOf(interval, approachWidth);
  switch (form.kind) {
    case 'exact':
      return formatHundredths(form.value, language);
    case 'above':
    case 'notBelow':
      return `${formatBound(form.bound, language)}+`;
    case 'approaching': {
      const bound = formatBound(form.bound, language);
      return { kk: withDative(bound), ru: `к${noBreak}${bound}`, en: `near${noBreak}${bound}` }[language];
    }
    case 'below': {
      const bound = formatBound(form.bound, language);
      return { kk: `${withDative(bound)}${noBreak}дейін`, ru: `до${noBreak}${bound}`, en: `under${noBreak}${bound}` }[
        language
      ];
    }
    case 'range':
      return `${formatHundredths(interval.min, language)}${enDash}${formatHundredths(interval.max, language)}`;
  }
}

/** A stated turnout in words that follow "turnout": `78,39 %`, `превысила 80 %`, `приближается к 80 %`, `от 32 до 33,99 %`. */
export function describeTurnout(interval: TurnoutInterval, language: Language, approachWidth = 200): string {
  const form = boundsFormOf(interval, approachWidth);
  const percent = (hundredths: number): string => formatBound(hundredths, language) + percentMark[language];
  switch (form.kind) {
    case 'exact':
      return formatPercent(form.value, language);
    case 'above': {
      const bound = percent(form.bound);
      return { kk: `${bound}-дан асты`, ru: `превысила ${bound}`, en: `exceeded ${bound}` }[language];
    }
    case 'notBelow': {
      const bound = percent(form.bound);
      return { kk: `${bound}-дан кем емес`, ru: `не ниже ${bound}`, en: `not below ${bound}` }[language];
    }
    case 'approaching': {
      const bound = percent(form.bound);
      return { kk: `${bound}-ға жақындады`, ru: `приближается к ${bound}`, en: `approaching ${bound}` }[language];
    }
    case 'below': {
      const bound = percent(form.bound);
      return { kk: `${bound}-дан төмен`, ru: `ниже ${bound}`, en: `below ${bound}` }[language];
    }
    case 'range': {
      const low = formatBound(interval.min, language);
      const high = percent(interval.max);
      return { kk: `${low}${enDash}${high} аралығында`, ru: `от ${low} до ${high}`, en: `between ${low} and ${high}` }[
        language
      ];
    }
  }
}

function groupThousands(count: number, language: Language): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, groupMark[language]);
}

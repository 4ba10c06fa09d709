import type { InstantMs, Language } from '../ids.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const noBreak = '\u00A0';

const months: Record<Language, readonly string[]> = {
  kk: [
    'қаңтар',
    'ақпан',
    'наурыз',
    'сәуір',
    'мамыр',
    'маусым',
    'шілде',
    'тамыз',
    'қыркүйек',
    'қазан',
    'қараша',
    'желтоқсан',
  ],
  ru: [
    'января',
    'февраля',
    'марта',
    'апреля',
    'мая',
    'июня',
    'июля',
    'августа',
    'сентября',
    'октября',
    'ноября',
    'декабря',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};
const shortMonths: Record<Language, readonly string[]> = {
  kk: ['қаң.', 'ақп.', 'нау.', 'сәу.', 'мам.', 'мау.', 'шіл.', 'там.', 'қыр.', 'қаз.', 'қар.', 'жел.'],
  ru: ['янв.', 'фев.', 'мар.', 'апр.', 'мая', 'июн.', 'июл.', 'авг.', 'сен.', 'окт.', 'ноя.', 'дек.'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};
/** From Sunday. */
const weekdays: Record<Language, readonly string[]> = {
  kk: ['жексенбі', 'дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'жұма', 'сенбі'],
  ru: ['воскресенье', 'понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
};
const durationUnits: Record<Language, { day: string; hour: string; minute: string; second: string }> = {
  kk: { day: 'күн', hour: 'сағ', minute: 'мин', second: 'сек' },
  ru: { day: 'д', hour: 'ч', minute: 'мин', second: 'с' },
  en: { day: 'd', hour: 'h', minute: 'min', second: 's' },
};

/** `HH:MM` of an instant at an offset in minutes east of UTC. */
export function formatTime(at: InstantMs, offsetMinutes: number): string {
  const minutes = Math.floor(positiveRemainder(at + offsetMinutes * minuteMs, dayMs) / minuteMs);
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** Two instants as hours, «07:00–20:00»; the day of the later one stands behind it where that is another: «20:05–10:05 21 ноя.». */
export function formatHours(from: InstantMs, to: InstantMs, offsetMinutes: number, language: Language): string {
  const hours = `${formatTime(from, offsetMinutes)}–${formatTime(to, offsetMinutes)}`;
  const day = localDateOf(to, offsetMinutes);
  return day === localDateOf(from, offsetMinutes) ? hours : `${hours} ${formatDate(day, language, 'short')}`;
}

/** `HH:MM:SS`, for provenance. */
export function formatTimeWithSeconds(at: InstantMs, offsetMinutes: number): string {
  const seconds = Math.floor(positiveRemainder(at, minuteMs) / 1000);
  return `${formatTime(at, offsetMinutes)}:${twoDigits(seconds)}`;
}

/**
 * An instant in ISO 8601 with its offset, for programs: `2022-11-20T20:05:00+02:00`. Milliseconds stand there only when
 * there are any, so nothing is lost.
 */
export function formatInstant(at: InstantMs, offsetMinutes: number): string {
  const milliseconds = positiveRemainder(at, 1000);
  const fraction = milliseconds === 0 ? '' : `.${String(milliseconds).padStart(3, '0')}`;
  const size = Math.abs(offsetMinutes);
  const offset = `${offsetMinutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
  return `${localDateOf(at, offsetMinutes)}T${formatTimeWithSeconds(at, offsetMinutes)}${fraction}${offset}`;
}

/** `YYYY-MM-DD` of an instant at an offset in minutes east of UTC. */
export function localDateOf(at: InstantMs, offsetMinutes: number): string {
  const { year, month, day } = civilOf(Math.floor((at + offsetMinutes * minuteMs) / dayMs));
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
}

/**
 * A day in words. `long`: «20 ноября 2022», «2022 ж. 20 қараша», "20 November 2022"; `short` leaves the year out and cuts the month.
 * @param date `YYYY-MM-DD`; of an instant, see `localDateOf`
 */
export function formatDate(date: string, language: Language, form: 'long' | 'short' = 'long'): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  if (form === 'short') return `${day}${noBreak}${shortMonths[language][month - 1] ?? ''}`;
  const name = months[language][month - 1] ?? '';
  return language === 'kk' ? `${year}${noBreak}ж. ${day}${noBreak}${name}` : `${day}${noBreak}${name} ${year}`;
}

/** The day of the week of `YYYY-MM-DD`: «воскресенье», «жексенбі», "Sunday". */
export function formatWeekday(date: string, language: Language): string {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  return weekdays[language][positiveRemainder(daysOf(year, month, day) + 4, 7)] ?? '';
}

/** A length of time in its two largest units, rounded down: «1 ч 46 мин», «46 мин», «40 с». */
export function formatDuration(ms: number, language: Language): string {
  const unit = durationUnits[language];
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  const part = (count: number, name: string): string => `${count}${noBreak}${name}`;
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor(seconds / 3600) % 24;
  const minutes = Math.floor(seconds / 60) % 60;
  if (days > 0) return hours > 0 ? `${part(days, unit.day)} ${part(hours, unit.hour)}` : part(days, unit.day);
  if (hours > 0)
    return minutes > 0 ? `${part(hours, unit.hour)} ${part(minutes, unit.minute)}` : part(hours, unit.hour);
  return minutes > 0 ? part(minutes, unit.minute) : part(seconds, unit.second);
}

/** Days since 1970-01-01 of a date of the proleptic Gregorian calendar, counted from 1 March of year 0. */
function daysOf(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - 719_468;
}

/** The inverse of `daysOf`. */
function civilOf(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

function positiveRemainder(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

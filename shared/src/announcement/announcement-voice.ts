import type { StatedBound } from './stated-bound.ts';

/** The heading facts of an announcement. */
export interface Opening {
  /** "HH:MM" in capital time, or null where only the day is known. */
  readonly time: string | null;
  readonly timeLabel: string;
  readonly final: boolean;
}

/** Areas that share one statement. */
export interface SharedStatement {
  readonly names: readonly string[];
  readonly stated: StatedBound;
  /** The statement before this one named the same number as its bound. */
  readonly refersBack: boolean;
}

/** How announcements are put into words in one language. */
export interface AnnouncementVoice {
  opening(opening: Opening): string;
  /** The country's share and counts, without a full stop; null for what is not stated. */
  national(turnout: StatedBound | null, ballots: number | null, electorate: number | null): string;
  listHeading(): string;
  listItem(place: number, name: string, stated: StatedBound): string;
  /** One sentence about areas that share a number. */
  shared(statement: SharedStatement): string;
}

/** Hundredths as a decimal: both digits for an exact share, none for a whole bound. */
export function shareDigits(hundredths: number, decimalSign: string, exact: boolean): string {
  const whole = Math.floor(hundredths / 100);
  const rest = hundredths % 100;
  return rest === 0 && !exact ? String(whole) : `${whole}${decimalSign}${String(rest).padStart(2, '0')}`;
}

/** A count in groups of three. */
export function groupedDigits(count: number, separator: string): string {
  return String(count).replace(/\B(?=(\d{3})+$)/gu, separator);
}

/** «А, Б и В». */
export function enumerated(names: readonly string[], and: string): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${and} ${last}`;
}

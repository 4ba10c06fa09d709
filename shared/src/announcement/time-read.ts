/** A time of day in the text. */
export interface TimeRead {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** "HH:MM". */
  readonly time: string;
  /**
   * Whether the figures are said to hold at it (`stated`), may hold at it (`led`: «к 20 часам»; `head`: it opens a line
   * or stands in a title), or it is only a time.
   */
  readonly role: 'stated' | 'led' | 'head' | 'plain';
  /** Something else than the turnout happens at it; it is no figure's hour wherever it stands. */
  readonly ofEvent?: true;
}

import type { TurnoutQuality } from '../analysis/area-view.ts';
import type { MissingReason } from '../figures/missing.ts';
import type { TurnoutInterval } from '../figures/turnout.ts';
import type { AreaId, CutoffId } from '../ids.ts';

/**
 * How an area is filled. `exact` flat; `above` and `approaching` textured in the colour of the one band that holds the
 * interval; `range` any other interval, with both end colours when it crosses bands; `stale` an earlier cutoff's
 * figure; `awaited` nothing yet; `withheld` known and held back; `absent` a number that will not come.
 */
export type MapLook = TurnoutQuality | 'stale' | 'awaited' | 'withheld' | 'absent';

/** What one area shows on a map or in a tile: words and bands, no pixels. */
export interface MapArea {
  readonly area: AreaId;
  readonly isCity: boolean;
  readonly callout: boolean;
  /** Place in the commission's order. */
  readonly order: number;
  /** [longitude, latitude] */
  readonly labelPoint: readonly [number, number] | null;
  readonly tile: readonly [number, number] | null;
  readonly name: string;
  readonly abbreviation: string;
  /** "город", "область". */
  readonly kindWord: string;
  readonly look: MapLook;
  /** Indexes of the bands of the interval's ends; equal when one band holds it; null without a figure. */
  readonly low: number | null;
  readonly high: number | null;
  readonly interval: TurnoutInterval | null;
  readonly quality: TurnoutQuality | null;
  readonly cutoff: CutoffId | null;
  readonly missing: MissingReason | null;
  readonly stale: boolean;
  readonly corrected: boolean;
  readonly polls: 'notYetOpen' | 'open' | 'closed' | 'unknown';
  /** `78,39`, `80+`, `к 80`; null without a figure. */
  readonly figure: string | null;
  /** What stands under the name: the time of a stale figure, the word of a withheld one. */
  readonly note: string | null;
  /** The bare time of a stale figure, where its note has no room. */
  readonly shortNote: string | null;
  /** Everything in one sentence, for ears. */
  readonly sentence: string;
}

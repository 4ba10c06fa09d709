import type { AreaId } from '../ids.ts';
import type { Candidate } from './gazetteer.ts';

/** A place where the text names an area of the pack, its "region" or "city" included. */
export interface AreaMention {
  readonly from: number;
  readonly to: number;
  readonly area: AreaId;
  /** `other`: the name of an area with the noun of another level, as a district's. */
  readonly kind: Candidate['kind'] | 'other';
}

import type { MissingReason } from '../figures/missing.ts';
import type { AreaId, CutoffId, InstantMs } from '../ids.ts';
import type { ElectionState } from '../log/state.ts';
import type { ResolvedPack } from '../pack/pack.ts';
import { cutoffDueAt } from './cutoff-due-at.ts';
import { figureOf, standingRevisionOf } from './figure-of.ts';

/**
 * Why an area has no number of its own at a cutoff; null when it has one.
 * A withdrawn figure is `notReported`, as is one passed over by a later announcement; a verified figure that is not
 * released is `withheld` (only a desk's state holds one); areas that the pack's own record of the cutoff leaves out are
 * `unknownToSources`; otherwise the clock tells `notYetDue` from `awaited`.
 */
export function missingReasonOf(
  state: ElectionState,
  resolved: ResolvedPack,
  area: AreaId,
  cutoff: CutoffId,
  now: InstantMs,
): MissingReason | null {
  const figure = figureOf(state, resolved, area, cutoff);
  const standing = figure === null ? null : standingRevisionOf(figure);
  if (standing !== null && standing.kind !== 'withdrawn' && standing.turnout !== null) return null;
  const isHeld = figure?.revisions.some((held) => held.verifiedAt !== null && held.releasedAt === null) ?? false;
  if (isHeld) return 'withheld';
  if (standing !== null) return 'notReported';
  if (hasReleased(state, resolved, resolved.pack.root, cutoff) && !isInRecord(resolved, area, cutoff)) {
    return 'unknownToSources';
  }
  const order = resolved.pack.cutoffs.map((each) => each.id);
  const later = order.slice(order.indexOf(cutoff) + 1);
  if (later.some((each) => hasReleased(state, resolved, area, each))) return 'notReported';
  const dueAt = cutoffDueAt(resolved, cutoff);
  return dueAt === null || now < dueAt ? 'notYetDue' : 'awaited';
}

function hasReleased(state: ElectionState, resolved: ResolvedPack, area: AreaId, cutoff: CutoffId): boolean {
  const figure = figureOf(state, resolved, area, cutoff);
  return figure !== null && standingRevisionOf(figure) !== null;
}

/** False only when the pack records this cutoff's announcements and none of them names the area. */
function isInRecord(resolved: ResolvedPack, area: AreaId, cutoff: CutoffId): boolean {
  const { recordedDay, root } = resolved.pack;
  const recorded = recordedDay?.announcements.filter((announcement) => announcement.cutoff === cutoff) ?? [];
  if (recorded.length === 0 || area === root) return true;
  return recorded.some((announcement) => announcement.areas.some((stated) => stated.area === area));
}

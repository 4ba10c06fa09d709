import { figureOf } from '@yavka/shared/analysis/figure-of';
import type { TurnoutInterval } from '@yavka/shared/figures/turnout';
import type { AnnouncementId, CutoffId, InstantMs } from '@yavka/shared/ids';
import type { ElectionState, RevisionState } from '@yavka/shared/log/state';
import { isCorrection } from '@yavka/shared/figures/figure';
import type { ResolvedPack } from '@yavka/shared/pack/pack';

/** One released announcement, with the figures that it brought as they stand now. */
export interface LedgerRow {
  readonly announcementId: AnnouncementId;
  readonly cutoff: CutoffId | null;
  readonly receivedAt: InstantMs;
  readonly national: TurnoutInterval | null;
  readonly ballots: number | null;
  /** Regions and cities that this announcement gave or confirmed a figure of. */
  readonly areas: number;
  /** When the newest correction of any of its figures was released; null when none was. */
  readonly correctedAt: InstantMs | null;
  /** Of the log's entry that released it; null in a log that kept none. */
  readonly hash: string | null;
}

/** The released announcements, newest first. */
export function ledgerOf(state: ElectionState, resolved: ResolvedPack): LedgerRow[] {
  const released = Object.values(state.announcements).filter((announcement) => announcement.releasedAt !== null);
  const figures = Object.values(state.figures);
  return released
    .toSorted((a, b) => b.receivedAt - a.receivedAt || b.enteredSeq - a.enteredSeq)
    .map((announcement) => {
      const { announcementId, cutoff } = announcement;
      const brought = figures.filter(
        (figure) =>
          figure.revisions.some((held) => held.releasedAt !== null && held.announcementId === announcementId) ||
          figure.confirmations.some((confirmation) => confirmation.announcementId === announcementId),
      );
      const root = cutoff === null ? null : figureOf(state, resolved, resolved.pack.root, cutoff);
      const national = root !== null && brought.includes(root) ? asBroughtBy(root.revisions, announcementId) : null;
      return {
        announcementId,
        cutoff,
        receivedAt: announcement.receivedAt,
        national: national?.turnout ?? null,
        ballots: root !== null && hasCount(root.revisions, announcementId) ? (national?.ballots ?? null) : null,
        areas: brought.filter((figure) => figure.key.area !== resolved.pack.root).length,
        correctedAt: newestOf(brought.map((figure) => correctionAt(figure.revisions))),
        hash: announcement.releasedHash,
      };
    });
}

/**
 * What this announcement said, as corrected since: not what another one added to the same figure later. One that only
 * confirmed what stood shows what stands.
 */
function asBroughtBy(revisions: readonly RevisionState[], announcementId: AnnouncementId): RevisionState | null {
  const released = revisions.filter((revision) => revision.releasedAt !== null);
  const first = released.findIndex((revision) => revision.announcementId === announcementId);
  if (first < 0) return released.at(-1) ?? null;
  const own = released
    .slice(first)
    .filter((revision) => revision.announcementId === announcementId || isCorrection(revision.kind));
  return own.at(-1) ?? null;
}

/** Whether a count stands in what it said, or in what it confirmed: a correction may bring one that it never told. */
function hasCount(revisions: readonly RevisionState[], announcementId: AnnouncementId): boolean {
  const own = revisions.filter((revision) => revision.announcementId === announcementId);
  return own.length === 0 || own.some(({ ballots }) => ballots !== null);
}

function correctionAt(revisions: readonly RevisionState[]): InstantMs | null {
  return newestOf(revisions.filter((revision) => isCorrection(revision.kind)).map((revision) => revision.releasedAt));
}

function newestOf(instants: readonly (InstantMs | null)[]): InstantMs | null {
  const known = instants.filter((at) => at !== null);
  return known.length === 0 ? null : Math.max(...known);
}

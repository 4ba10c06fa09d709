import { areaViewOf } from '@yavka/shared/analysis/area-view-of';
import type { AreaView } from '@yavka/shared/analysis/area-view';
import { figureOf } from '@yavka/shared/analysis/figure-of';
import { computedTurnout } from '@yavka/shared/figures/turnout';
import { roundComputedWithinBand } from '@yavka/shared/format/round-within-band';
import type { AreaId, CutoffId, InstantMs } from '@yavka/shared/ids';
import type { AnnouncementState, ElectionState, FigureState, RevisionState } from '@yavka/shared/log/state';
import type { ElectorateVersion, ResolvedPack } from '@yavka/shared/pack/pack';

import type { FigureAsked } from './view-address.ts';

/** Where one shown figure comes from. */
export interface Provenance {
  readonly area: AreaId;
  /** The cutoff that was asked for; the view may show an earlier one. */
  readonly cutoff: CutoffId;
  readonly view: AreaView;
  /** The figure whose number is shown, or the withdrawn one of this cutoff; null when nothing was released. */
  readonly figure: FigureState | null;
  /** The revision that is told of: the one asked for, else the one that stands. */
  readonly revision: RevisionState | null;
  /** Whether that is the one that stands, which the view shows. */
  readonly isStanding: boolean;
  readonly announcement: AnnouncementState | null;
  readonly basis: ElectorateVersion | null;
  /** Where the basis is recorded, as the pack's sources name it. */
  readonly basisUrl: string | null;
  /** Ballots ÷ electorate, in hundredths of a percent, rounded within its band; null when a number is missing. */
  readonly computed: number | null;
  /** Released revisions, newest first. */
  readonly revisions: readonly RevisionState[];
}

export function provenanceOf(
  state: ElectionState,
  resolved: ResolvedPack,
  asked: FigureAsked,
  now: InstantMs,
): Provenance {
  const { area, cutoff } = asked;
  const { pack } = resolved;
  const view = areaViewOf(state, resolved, area, cutoff, now);
  const own = releasedOf(figureOf(state, resolved, area, cutoff));
  const earlier = own?.revisions.find(({ revision, releasedAt }) => revision === asked.revision && releasedAt !== null);
  const figure = earlier === undefined ? (view.shown?.figure ?? own) : own;
  const revisions = (figure?.revisions ?? []).filter((revision) => revision.releasedAt !== null).toReversed();
  const revision = earlier ?? revisions[0] ?? null;
  const announcementId = revision?.announcementId ?? null;
  const basis = basisOf(state, resolved, revision);
  return {
    area,
    cutoff,
    view,
    figure,
    revision,
    isStanding: revision === (revisions[0] ?? null),
    announcement: announcementId === null ? null : (state.announcements[announcementId] ?? null),
    basis,
    basisUrl: basis === null ? null : (pack.sources[basis.source]?.url ?? null),
    computed: computedOf(revision, basis, resolved),
    revisions,
  };
}

function releasedOf(figure: FigureState | null): FigureState | null {
  return figure?.revisions.some((revision) => revision.releasedAt !== null) === true ? figure : null;
}

function basisOf(
  state: ElectionState,
  resolved: ResolvedPack,
  revision: RevisionState | null,
): ElectorateVersion | null {
  const id = revision?.basis ?? null;
  if (id === null) return null;
  return state.electorates[id] ?? resolved.pack.electorates.find((version) => version.id === id) ?? null;
}

function computedOf(
  revision: RevisionState | null,
  basis: ElectorateVersion | null,
  resolved: ResolvedPack,
): number | null {
  const ballots = revision?.ballots ?? null;
  if (ballots === null || basis === null || basis.approximate) return null;
  return roundComputedWithinBand(computedTurnout(ballots, basis.value), resolved.pack.bands);
}

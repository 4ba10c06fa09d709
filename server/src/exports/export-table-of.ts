import { currentCutoffOf } from '@yavka/shared/analysis/current-cutoff-of';
import { figureOf, standingRevisionOf } from '@yavka/shared/analysis/figure-of';
import { missingReasonOf } from '@yavka/shared/analysis/missing-reason-of';
import { qualityOf } from '@yavka/shared/figures/quality';
import { formatTurnout } from '@yavka/shared/format/number';
import type { InstantMs } from '@yavka/shared/ids';
import type { ElectionState, FigureState, RevisionState } from '@yavka/shared/log/state';
import type { Area, Cutoff, ResolvedPack } from '@yavka/shared/pack/pack';

import type { ExportQuestion } from './export-question.ts';
import type { ExportRow, RevisionRow } from './export-row.ts';

/** What an export says, whatever its format. */
export interface ExportTable {
  readonly question: ExportQuestion;
  readonly resolved: ResolvedPack;
  readonly state: ElectionState;
  /** The cutoffs that were asked for, in the pack's order. */
  readonly cutoffs: readonly Cutoff[];
  /** Every asked area at every asked cutoff: the revision that stands, or why there is no number. */
  readonly figures: readonly ExportRow[];
  /** Every revision that the audience may see of those figures, the oldest first. */
  readonly revisions: readonly RevisionRow[];
}

/** The one table from which every format is written. `now` tells a figure that is awaited from one not yet due. */
export function exportTableOf(
  state: ElectionState,
  resolved: ResolvedPack,
  question: ExportQuestion,
  now: InstantMs,
): ExportTable {
  const { pack } = resolved;
  const at = question.at ?? currentCutoffOf(state, resolved) ?? pack.cutoffs[0]?.id;
  const cutoffs = pack.cutoffs.filter(({ id }) => at === 'all' || id === at);
  const areas = pack.areas
    .filter(({ id }) => question.area === undefined || id === question.area)
    .sort((a, b) => a.order - b.order);
  const places = cutoffs.flatMap((cutoff) => areas.map((area) => ({ area, cutoff })));
  return {
    question,
    resolved,
    state,
    cutoffs,
    figures: places.map(({ area, cutoff }) => {
      const figure = figureOf(state, resolved, area.id, cutoff.id);
      const standing = figure === null ? null : standingRevisionOf(figure);
      const missing = missingReasonOf(state, resolved, area.id, cutoff.id, now);
      return rowOf({ state, resolved, question, area, cutoff, figure, revision: standing, missing });
    }),
    revisions: places.flatMap(({ area, cutoff }) => {
      const figure = figureOf(state, resolved, area.id, cutoff.id);
      const standing = figure === null ? null : standingRevisionOf(figure);
      return (figure?.revisions ?? []).map((revision) => ({
        ...rowOf({ state, resolved, question, area, cutoff, figure, revision, missing: null }),
        state: revision.releasedAt !== null ? 'released' : revision.verifiedAt !== null ? 'verified' : 'entered',
        stands: revision === standing,
      }));
    }),
  };
}

function rowOf(told: {
  readonly state: ElectionState;
  readonly resolved: ResolvedPack;
  readonly question: ExportQuestion;
  readonly area: Area;
  readonly cutoff: Cutoff;
  readonly figure: FigureState | null;
  readonly revision: RevisionState | null;
  readonly missing: ExportRow['missing'];
}): ExportRow {
  const { state, resolved, question, area, cutoff, figure, revision, missing } = told;
  const { pack } = resolved;
  const { lang } = question;
  const turnout = revision?.turnout ?? null;
  const basis = revision?.basis ?? null;
  const electorate =
    basis === null ? undefined : (state.electorates[basis] ?? pack.electorates.find(({ id }) => id === basis));
  const announcement = revision?.announcementId == null ? undefined : state.announcements[revision.announcementId];
  const instant = resolved.cutoffInstants[cutoff.id] ?? null;
  const source = figure?.key.source ?? pack.commission.id;
  return {
    election: pack.id,
    mode: state.mode,
    area: area.id,
    areaName: area.names[lang],
    cutoff: cutoff.id,
    cutoffLabel: cutoff.label[lang],
    asOf: instant === null ? { day: cutoff.localDate } : { at: instant },
    measure: figure?.key.measure ?? 'ballots-issued',
    turnoutMin: turnout?.min ?? null,
    turnoutMax: turnout?.max ?? null,
    quality: turnout === null ? null : qualityOf(turnout, pack),
    stated: turnout === null ? null : formatTurnout(turnout, lang, pack.approachWidth),
    words: revision === null || revision.words === '' ? null : revision.words,
    ballots: revision?.ballots ?? null,
    electorate: electorate?.value ?? null,
    electorateBasis: basis,
    status: revision?.status ?? null,
    revision: revision?.revision ?? null,
    revisionKind: revision?.kind ?? null,
    reason: revision?.reason ?? null,
    missing,
    releasedAt: revision?.releasedAt == null ? null : { at: revision.releasedAt },
    source: source === pack.commission.id ? pack.commission.shortNames[lang] : source,
    broughtBy: announcement?.source ?? revision?.carrier ?? null,
    announcement: revision?.announcementId ?? null,
    announcementHash: announcement?.releasedHash ?? null,
  };
}

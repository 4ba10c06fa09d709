import { applyEntries } from '@yavka/shared/log/apply-entry';
import type { Audience } from '@yavka/shared/log/audience';
import { audienceView } from '@yavka/shared/log/audience-view';
import { emptyState } from '@yavka/shared/log/empty-state';
import type { Entry } from '@yavka/shared/log/entry';
import { canonicalJson, sha256Hex } from '@yavka/shared/log/seal';
import type { ElectionState } from '@yavka/shared/log/state';

import type { Shape } from './shape.ts';
import { prune } from './shape.ts';

/** What an audience's fold of a log says, for people to read. */
export interface Summary {
  readonly seq: number;
  readonly hash: string;
  readonly mode: string;
  readonly electionId: string;
  readonly electorates: readonly string[];
  readonly announcements: readonly string[];
  readonly figures: readonly string[];
  readonly confirmations: number;
  readonly withholdings: readonly string[];
  readonly stations: readonly string[];
  readonly stationCounts: readonly string[];
  readonly dispatches: readonly string[];
}

export interface Folded {
  /** SHA-256 of the state's canonical JSON, of those of its fields that the version of the log had. */
  readonly digest: string;
  readonly summary: Summary;
}

export function foldFor(audience: Audience, entries: readonly Entry[], shape: Shape): Folded {
  const state = applyEntries(
    emptyState(),
    entries.map((entry) => audienceView(entry, audience)),
  );
  return { digest: sha256Hex(canonicalJson(prune(state, shape))), summary: summaryOf(state) };
}

function summaryOf(state: ElectionState): Summary {
  const { seq, hash, mode, electionId } = state;
  return {
    ...{ seq, hash, mode, electionId },
    electorates: Object.values(state.electorates).map(({ id, value }) => `${id} ${String(value)}`),
    announcements: Object.values(state.announcements).map(
      ({ announcementId, cutoff, language, text, verifiedAt, releasedAt }) =>
        `${announcementId} ${cutoff ?? '-'} ${language ?? '-'} ${String(text.length)} characters${marks({ verifiedAt, releasedAt })}`,
    ),
    figures: Object.values(state.figures).flatMap(({ key, revisions }) =>
      revisions.map(({ revision, kind, turnout, ballots, basis, verifiedAt, releasedAt }) => {
        const share = turnout === null ? 'no turnout' : `${String(turnout.min)}..${String(turnout.max)}`;
        const count = ballots === null ? '' : ` ${String(ballots)} ballots`;
        const rests = basis === null ? '' : ` on ${basis}`;
        return `${key.cutoff} ${key.area} r${String(revision)} ${kind} ${share}${count}${rests}${marks({ verifiedAt, releasedAt })}`;
      }),
    ),
    confirmations: Object.values(state.figures).reduce((sum, { confirmations }) => sum + confirmations.length, 0),
    withholdings: Object.values(state.withholdings).map(
      ({ withholdingId, target, until, lifted }) =>
        `${withholdingId} ${target.kind}${until === null ? '' : ` until ${String(until)}`}${lifted ? ' lifted' : ''}`,
    ),
    stations: Object.values(state.stations).map(({ station, status }) => `${station} ${status}`),
    stationCounts: Object.values(state.stationCounts).map(
      ({ target, open, closed }) => `${target} ${String(open)} open ${String(closed)} closed`,
    ),
    dispatches: Object.values(state.dispatches).map(
      ({ dispatchId, area, claimant, erased, releasedAt }) =>
        `${dispatchId} ${area} ${claimant}${erased ? ' erased' : ''}${marks({ verifiedAt: null, releasedAt })}`,
    ),
  };
}

function marks({ verifiedAt, releasedAt }: { verifiedAt: number | null; releasedAt: number | null }): string {
  return `${verifiedAt === null ? '' : ' verified'}${releasedAt === null ? '' : ' released'}`;
}

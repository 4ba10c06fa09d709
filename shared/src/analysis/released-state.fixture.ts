import type { FigureRevision } from '../figures/figure.ts';
import { figureIdOf } from '../figures/figure.ts';
import type { TurnoutInterval } from '../figures/turnout.ts';
import type { AreaId, CutoffId, InstantMs } from '../ids.ts';
import { applyEntries } from '../log/apply-entry.ts';
import { emptyState } from '../log/empty-state.ts';
import type { Payload } from '../log/payload.ts';
import { genesisHash, sealEntries } from '../log/seal.ts';
import type { ElectionState, FigureState } from '../log/state.ts';
import type { ElectionPack } from '../pack/pack.ts';

/** A step of a made-up day: what happens, and when. */
export interface Step {
  readonly at: InstantMs;
  readonly payload: Payload;
}

export function exactly(hundredths: number): TurnoutInterval {
  return { min: hundredths, max: hundredths };
}

/** The state after these steps, folded by the product's own reducer. */
export function stateAfter(steps: readonly Step[]): ElectionState {
  let head = { seq: 0, hash: genesisHash, recordedAt: 0 };
  return steps.reduce((state, { at, payload }, index) => {
    const id = `e-${String(index)}`;
    const actor = { role: 'operator' as const, id: 'op' };
    const entries = sealEntries(head, [{ v: 1, entryId: id, commandId: id, actor, payload }], at);
    head = entries[0] ?? head;
    return applyEntries(state, entries);
  }, emptyState());
}

/** A figure of the pack's commission. */
export interface Said {
  readonly area: AreaId;
  readonly cutoff: CutoffId;
  readonly turnout: TurnoutInterval | null;
  readonly ballots?: number;
  readonly revision?: Partial<FigureRevision>;
}

export function releasedAt(at: InstantMs, pack: ElectionPack, figures: readonly Said[]): Step {
  const revised = figures.map((said) => ({ ...revisionOf(pack, said), verifiedAt: at }));
  return { at, payload: { type: 'figures.released', announcements: [], figures: revised, confirmations: [] } };
}

/** Entered and verified, and held back from release. */
export function heldBack(at: InstantMs, pack: ElectionPack, said: Said): Step[] {
  const entered = revisionOf(pack, said);
  const refs = [{ figureId: entered.key.figureId, revision: entered.revision.revision }];
  return [
    { at, payload: { type: 'figure.entered', ...entered } },
    { at, payload: { type: 'figures.verified', refs, announcementId: null } },
  ];
}

/** Every announcement of the pack's recorded day up to `until`, released at once. */
export function recordedDayUntil(pack: ElectionPack, at: InstantMs, until: string): Step[] {
  const announcements = pack.recordedDay?.announcements ?? [];
  const last = announcements.findIndex((announcement) => announcement.id === until);
  return announcements.slice(0, last + 1).map(({ cutoff, national, areas }) => {
    const country = { area: pack.root, cutoff, turnout: national.turnout };
    return releasedAt(at, pack, [country, ...areas.map(({ area, turnout }) => ({ area, cutoff, turnout }))]);
  });
}

function revisionOf(
  pack: ElectionPack,
  { area, cutoff, turnout, ballots, revision }: Said,
): { key: FigureState['key']; revision: FigureRevision } {
  const source = pack.commission.id;
  const measure = 'ballots-issued' as const;
  return {
    key: { figureId: figureIdOf({ source, measure, cutoff, area }), source, area, cutoff, measure },
    revision: {
      revision: 1,
      kind: 'entered',
      reason: null,
      turnout,
      ballots: ballots ?? null,
      basis: null,
      coverage: 'whole',
      status: 'preliminary',
      words: '',
      snippet: null,
      announcementId: null,
      overrides: [],
      enteredAt: 0,
      ...revision,
    },
  };
}

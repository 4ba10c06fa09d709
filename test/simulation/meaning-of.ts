import type { Audience } from '@yavka/shared/log/audience';
import { canonicalJson } from '@yavka/shared/log/seal';
import type { ElectionState } from '@yavka/shared/log/state';

import type { ReleaseHistory } from './release-history.ts';

/** What a state says of figures, announcements, withholdings and dispatches, in a form that both tellings can take. */
export interface Meaning {
  readonly revisions: readonly string[];
  readonly confirmations: readonly string[];
  readonly contradictions: readonly string[];
  readonly announcements: readonly string[];
  readonly withholdings: readonly string[];
  readonly dispatches: readonly string[];
}

/** What a page holds. */
export function meaningOfState(state: ElectionState): Meaning {
  const figures = Object.values(state.figures);
  const figureIds = new Map(figures.flatMap(({ key, revisions }) => revisions.map((each) => [each, key.figureId])));
  return {
    revisions: told(
      [...figureIds.keys()],
      (held) => {
        const { verifiedAt: _verified, releasedAt: _released, ...revision } = held;
        return [figureIds.get(held), revision];
      },
      ({ verifiedAt }) => verifiedAt !== null,
      ({ releasedAt }) => releasedAt !== null,
    ),
    confirmations: told(
      figures.flatMap(({ confirmations }) => confirmations),
      (confirmation) => [confirmation],
    ),
    contradictions: told(
      figures.flatMap(({ contradictions }) => contradictions),
      (contradiction) => [contradiction],
    ),
    announcements: told(
      Object.values(state.announcements),
      ({ announcementId, text, source }) => [announcementId, text, source],
      ({ verifiedAt }) => verifiedAt !== null,
      ({ releasedAt }) => releasedAt !== null,
    ),
    withholdings: told(
      Object.values(state.withholdings),
      ({ withholdingId, target, until, reason }) => [withholdingId, target, until, reason],
      ({ lifted }) => lifted,
    ),
    dispatches: told(
      Object.values(state.dispatches),
      ({ dispatchId, source }) => [dispatchId, source],
      ({ releasedAt }) => releasedAt !== null,
      ({ erased }) => erased,
    ),
  };
}

/** What an audience is to hold at `seq`, which is the last of a command. */
export function meaningAt(history: ReleaseHistory, audience: Audience, seq: number): Meaning {
  const isSeen = (fate: { readonly enteredSeq: number; readonly released?: number }): boolean =>
    audience === 'desk' ? fate.enteredSeq <= seq : (fate.released ?? Number.POSITIVE_INFINITY) <= seq;
  /** The words of a fate never change; what became of it by `seq` is put behind them. */
  const tell = <Fate extends { readonly enteredSeq: number; readonly released?: number }>(
    fates: readonly Fate[],
    words: (fate: Fate) => readonly unknown[],
    ...became: readonly ((fate: Fate) => number)[]
  ): string[] =>
    fates
      .filter(isSeen)
      .map((fate) => {
        const known = wordsOfFate.get(fate) ?? line(words(fate));
        wordsOfFate.set(fate, known);
        return [known, ...became.map((since) => since(fate) <= seq)].join(' ');
      })
      .sort();
  return {
    revisions: tell(
      history.revisions,
      ({ figureId, revision }) => [figureId, revision],
      ({ verified }) => verified,
      ({ released }) => released,
    ),
    confirmations: tell(history.confirmations, ({ enteredSeq: _entered, released: _released, ...confirmation }) => [
      confirmation,
    ]),
    contradictions: tell(history.contradictions, ({ enteredSeq: _entered, released: _released, ...contradiction }) => [
      contradiction,
    ]),
    announcements: tell(
      history.announcements,
      ({ announcementId, text, source }) => [announcementId, text, source],
      ({ verified }) => verified,
      ({ released }) => released,
    ),
    withholdings: tell(
      history.withholdings,
      ({ withholdingId, target, until, reason }) => [withholdingId, target, until, reason],
      ({ lifted }) => lifted,
    ),
    dispatches: tell(
      history.dispatches,
      ({ dispatchId, source }) => [dispatchId, source],
      ({ released }) => released,
      ({ erased }) => erased,
    ),
  };
}

const wordsOfFate = new WeakMap<object, string>();
const linesOfParts = new WeakMap<object, string>();

/** One line for each part. A fold keeps the identity of what an entry does not touch, so most lines are known already. */
function told<Part extends object>(
  parts: readonly Part[],
  words: (part: Part) => readonly unknown[],
  ...flags: readonly ((part: Part) => boolean)[]
): string[] {
  return parts
    .map((part) => {
      const known = linesOfParts.get(part) ?? [line(words(part)), ...flags.map((flag) => flag(part))].join(' ');
      linesOfParts.set(part, known);
      return known;
    })
    .sort();
}

function line(words: readonly unknown[]): string {
  return canonicalJson(words);
}

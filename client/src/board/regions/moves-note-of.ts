import type { CutoffId } from '@yavka/shared/ids';
import { isExact } from '@yavka/shared/figures/turnout';

import type { CombCell } from '../comb-model.ts';

/**
 * Why no places can be compared with the cutoff before, or only some; null where all can be. `now` and `before`: at that
 * cutoff some regions were told in words or not at all.
 */
export type MovesNote =
  { readonly kind: 'none' | 'first' | 'standing' } | { readonly kind: 'now' | 'before'; readonly open: number };

export function movesNoteOf(
  cells: readonly CombCell[],
  cutoff: CutoffId | null,
  first: CutoffId | null,
): MovesNote | null {
  if (cutoff === null) return { kind: 'none' };
  if (cutoff === first) return { kind: 'first' };
  const open = cells.filter((cell) => cell.move === null).length;
  if (open === 0) return null;
  const own = cells.filter(({ view }) => view.shown !== null && view.shown.cutoff === cutoff);
  if (own.length === 0) return { kind: 'standing' };
  const exact = own.filter(({ view }) => view.shown !== null && isExact(view.shown.turnout));
  return exact.length < cells.length ? { kind: 'now', open: cells.length - exact.length } : { kind: 'before', open };
}

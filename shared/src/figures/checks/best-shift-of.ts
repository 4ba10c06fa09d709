import type { AreaId, CutoffId } from '../../ids.ts';
import type { CheckInput } from './check-input.ts';
import type { Increments } from './increments.ts';
import { incrementsOf } from './increments.ts';

/** Shorter blocks fit another row by chance. */
const fewestInBlock = 3;

/** A block of rows whose values fit better one row down (+1) or up (−1). Errors are in hundredths of a percent, doubled. */
export interface Shift {
  readonly since: CutoffId;
  /** The rows that carry the values now, in the commission's order. */
  readonly rows: readonly { readonly area: AreaId; readonly belongsTo: AreaId; readonly value: number }[];
  readonly direction: 1 | -1;
  readonly twiceErrorNow: number;
  readonly twiceErrorShifted: number;
}

/**
 * The shift of a block of at least three rows that lowers the error most, against the prediction "previous value plus
 * the median growth"; null when none lowers it. Its edges are approximate: they tell where to look.
 */
export function bestShiftOf(input: CheckInput): Shift | null {
  const increments = incrementsOf(input);
  if (increments === null) return null;
  let best: Shift | null = null;
  for (const direction of [1, -1] as const) {
    for (let start = 0; start < increments.rows.length; start += 1) {
      for (const shift of shiftsFrom(increments, start, direction)) {
        if (gainOf(shift) > (best === null ? 0 : gainOf(best))) best = shift;
      }
    }
  }
  return best;
}

export function gainOf(shift: Shift): number {
  return shift.twiceErrorNow - shift.twiceErrorShifted;
}

/** Every block that begins at a row, growing until a row has no value or no prediction. */
function shiftsFrom({ since, rows, twiceMedian }: Increments, start: number, direction: 1 | -1): Shift[] {
  const shifts: Shift[] = [];
  const block: { area: AreaId; belongsTo: AreaId; value: number }[] = [];
  let twiceErrorNow = 0;
  let twiceErrorShifted = 0;
  for (let index = start; index < rows.length; index += 1) {
    const row = rows[index];
    const target = rows[index + direction];
    if (row === undefined || target === undefined) break;
    if (row.current === null || row.previous === null || target.previous === null) break;
    twiceErrorNow += Math.abs(2 * (row.current - row.previous) - twiceMedian);
    twiceErrorShifted += Math.abs(2 * (row.current - target.previous) - twiceMedian);
    block.push({ area: row.area, belongsTo: target.area, value: row.current });
    if (block.length >= fewestInBlock) {
      shifts.push({ since, rows: [...block], direction, twiceErrorNow, twiceErrorShifted });
    }
  }
  return shifts;
}

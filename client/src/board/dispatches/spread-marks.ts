/** A mark that wants to stand at `share` of the axis. */
export interface MarkWanted {
  readonly id: string;
  readonly share: number;
}

/**
 * Moves marks apart so that none stands nearer than `gap` to the one before, each as far right as that needs. They must
 * come in order of their shares.
 * @returns the place of each, by id
 */
export function spreadMarks(marks: readonly MarkWanted[], gap: number): Map<string, number> {
  const places = new Map<string, number>();
  let last = Number.NEGATIVE_INFINITY;
  for (const { id, share } of marks) {
    last = Math.max(share, last + gap);
    places.set(id, last);
  }
  return places;
}

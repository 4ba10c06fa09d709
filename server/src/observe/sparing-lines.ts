/** One line of a kind in so many milliseconds. */
const everyMs = 10_000;

/**
 * For lines that strangers can bring about: the first of a kind is written at once, those that follow within ten seconds
 * are counted and told with the next one. `kind` must be of a closed list.
 */
export function sparingLines(
  elapsed: () => number,
): (kind: string, write: (more: { readonly unsaid?: number }) => void) => void {
  const kinds = new Map<string, { at: number; unsaid: number }>();
  return (kind, write) => {
    const last = kinds.get(kind);
    if (last !== undefined && elapsed() - last.at < everyMs) {
      last.unsaid += 1;
      return;
    }
    write(last === undefined || last.unsaid === 0 ? {} : { unsaid: last.unsaid });
    kinds.set(kind, { at: elapsed(), unsaid: 0 });
  };
}

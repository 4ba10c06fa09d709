/** What a process lends to those who end it; given so that tests can be it. */
export interface EndingProcess {
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  exit(code: number): void;
  /** Elapsed milliseconds. */
  elapsed(): number;
  after(ms: number, run: () => void): void;
}

export type EndingWord =
  { readonly word: 'ending'; readonly signal: string } | { readonly word: 'second' | 'late' } | EndedWord;
type EndedWord = { readonly word: 'ended' } | { readonly word: 'failed'; readonly error: unknown };

/** An ending that takes longer is cut off, milliseconds. A supervisor must wait a little longer before it kills. */
export const endWithinMs = 12_000;
/** A terminal and the npm that runs in it both pass the same Ctrl-C on: signals this close are one, milliseconds. */
const oneWishMs = 500;

/**
 * Ends the process in order at the first SIGINT or SIGTERM, with 0 when all was closed or only somebody's hanging
 * request was cut off, 1 when closing failed; at once, with 1, at a second one.
 */
export function endOnSignals(owner: EndingProcess, end: () => Promise<void>, say: (word: EndingWord) => void): void {
  let askedAt: number | null = null;
  const asked = (signal: string) => (): void => {
    if (askedAt !== null) {
      if (owner.elapsed() - askedAt < oneWishMs) return;
      say({ word: 'second' });
      owner.exit(1);
      return;
    }
    askedAt = owner.elapsed();
    say({ word: 'ending', signal });
    owner.after(endWithinMs, () => {
      say({ word: 'late' });
      owner.exit(0);
    });
    end().then(
      () => {
        say({ word: 'ended' });
        owner.exit(0);
      },
      (error: unknown) => {
        say({ word: 'failed', error });
        owner.exit(1);
      },
    );
  };
  owner.on('SIGINT', asked('SIGINT'));
  owner.on('SIGTERM', asked('SIGTERM'));
}

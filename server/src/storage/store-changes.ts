import type { StopFollowing, StoreChange } from './log-store.ts';

/** Who wants to hear of changes beside the logs' entries, for any adapter. */
export class StoreChanges {
  readonly #listeners = new Set<(change: StoreChange) => void>();

  onChanged(listener: (change: StoreChange) => void): StopFollowing {
    // Wrapped, so that a listener given twice is told twice and stopped once at a time.
    const own = (change: StoreChange): void => {
      listener(change);
    };
    this.#listeners.add(own);
    return () => {
      this.#listeners.delete(own);
    };
  }

  tell(change: StoreChange): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}

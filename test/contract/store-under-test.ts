import type { LogStore } from '@yavka/server/storage/log-store';

/** One store under test: `dispose` ends it and everything it needed. */
export interface StoreUnderTest {
  readonly store: LogStore;
  /** Closes the store and opens it again on the same data; null where nothing outlives it. */
  readonly reopen: (() => Promise<LogStore>) | null;
  /** Opens the same data a second time beside the first, as another node would; null where one at a time may. */
  readonly beside: (() => Promise<LogStore>) | null;
  readonly dispose: () => Promise<void>;
}

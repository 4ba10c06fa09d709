/**
 * The store did not answer, or could not keep what it was given: disk full, database locked, worker died, closed.
 * A write that ends so is to be taken as not made and sent again under the same commandId: where the failure came
 * after the disk had it, the repeat finds the first one.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';

  constructor(what: string, cause?: unknown) {
    super(`the store is unavailable: ${what}`, cause === undefined ? undefined : { cause });
  }
}

import type { LogVerification } from './verify-log.ts';

/** A log that is not as it was written: nothing is served from it, since a changed digit would go on air. */
export class LogBroken extends Error {
  override readonly name = 'LogBroken';

  constructor(place: string, logId: string, { brokenSeq, problem, detail }: LogVerification) {
    super(
      `the log ${logId} in ${place} is broken at entry ${String(brokenSeq)} (${String(problem)}: ${detail ?? ''}). ` +
        'Put back a copy that is whole, or choose another place to keep it.',
    );
  }
}

/** Counts the steps of reading, so that a test can hold the time to be linear in the text without a clock. */
export interface Meter {
  steps: number;
}

export function newMeter(): Meter {
  return { steps: 0 };
}

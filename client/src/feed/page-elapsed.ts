/** Milliseconds that this page has been running for; no change of the machine's date moves it. */
export function pageElapsed(): number {
  return performance.now();
}

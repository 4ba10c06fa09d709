/** Calls back after `ms` milliseconds of the wall. @returns cancels */
export function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

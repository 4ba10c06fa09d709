import type { Server as HttpServer } from 'node:http';

/** How long commands and requests under way may take once the server ends, milliseconds. */
export const lastAnswersMs = 2_000;
/** Where the pages are told to come back: evenly between these two, milliseconds from the goodbye. */
export const comeBackMs = { least: 250, most: 2_000 } as const;

/** The parts of a server that have something to finish. */
export interface EndingParts {
  readonly http: HttpServer;
  /** What drives commands by itself: it begins nothing more. */
  stopOwnCommands(): Promise<void>;
  /** Resolves when every command that was taken has been answered. */
  drained(): Promise<void>;
  /** Tells the readers what was written last, and then when to come back. */
  farewell(): Promise<void>;
  /** Closes the readers' sockets and the server's door. */
  closeDoor(): Promise<void>;
  closeStore(): Promise<void>;
}

/**
 * Ends a server that takes no new commands and readers any more: what was taken is answered, the readers hear of it and
 * are told when to come back, and only then the doors and the store close. Neither a store that does not answer, nor a
 * request that never ends, nor a reader that never reads holds it up for longer than `lastAnswersMs` at each step.
 */
export async function endServer(parts: EndingParts): Promise<void> {
  await atMost(lastAnswersMs, parts.stopOwnCommands());
  await atMost(lastAnswersMs, parts.drained());
  await atMost(lastAnswersMs, parts.farewell());
  const patience = setTimeout(() => {
    parts.http.closeAllConnections();
  }, lastAnswersMs);
  await atMost(2 * lastAnswersMs, parts.closeDoor());
  clearTimeout(patience);
  parts.http.closeAllConnections();
  await parts.closeStore();
}

/** When reader `index` of `count` is to come back after the goodbye, milliseconds: they come one after another, not at once. */
export function comeBackIn(index: number, count: number): number {
  const span = comeBackMs.most - comeBackMs.least;
  return comeBackMs.least + (count <= 1 ? 0 : Math.floor((span * index) / (count - 1)));
}

/** Waits for the work or for the time, whichever ends first; work that fails has ended too. */
async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const time = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work.catch(() => undefined), time]);
  clearTimeout(timer);
}

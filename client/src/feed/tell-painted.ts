import type { StoreApi } from 'zustand';

import type { FeedStore } from './store.ts';

/** The place a page has painted last, for whoever measures from outside. */
export interface PaintedMark {
  readonly seq: number;
  /** The machine's time. */
  readonly at: number;
}

declare global {
  // oxlint-disable-next-line vars-on-top
  var yavkaPainted: PaintedMark | undefined;
}

/** How many marks are kept: a screen runs for days. */
const marksKept = 100;

/**
 * After every change of the state, once the browser has painted it, says so: to `tell`, as a mark
 * `yavka:painted:<seq>`, in `yavkaPainted`, and as `data-seq` of the document. A hidden page paints nothing and says nothing.
 * @returns stops
 */
export function tellPainted(
  store: StoreApi<FeedStore>,
  machineNow: () => number,
  tell: (mark: { readonly seq: number; readonly paintedAt: number }) => void,
): () => void {
  const marks: string[] = [];
  let isWaiting = false;
  const painted = (): void => {
    isWaiting = false;
    const seq = store.getState().state?.seq;
    if (seq === undefined) return;
    const at = machineNow();
    const mark = `yavka:painted:${String(seq)}`;
    performance.mark(mark);
    marks.push(mark);
    if (marks.length > marksKept) performance.clearMarks(marks.shift());
    globalThis.yavkaPainted = { seq, at };
    document.documentElement.dataset['seq'] = String(seq);
    tell({ seq, paintedAt: at });
  };
  return store.subscribe((feed, before) => {
    if (feed.state === before.state || isWaiting) return;
    isWaiting = true;
    // The first frame paints the change, the second begins when it is done.
    requestAnimationFrame(() => requestAnimationFrame(painted));
  });
}

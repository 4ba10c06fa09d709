import type { FigureId, InstantMs } from '@yavka/shared/ids';
import type { ElectionState } from '@yavka/shared/log/state';
import { useEffect } from 'react';
import { create } from 'zustand';

import { electionNow } from '../feed/clock.ts';
import { useViewedState } from '../feed/viewed.ts';

/** When this page first painted a released revision: the fourth time of a figure, and the only one that is the page's own. */
export const usePainted = create<{ readonly times: ReadonlyMap<string, InstantMs> }>()(() => ({ times: new Map() }));

export function paintedKey(figureId: FigureId, revision: number): string {
  return `${figureId}#${revision}`;
}

/** The times with those revisions added that were not painted before. */
export function paintedAfter(
  times: ReadonlyMap<string, InstantMs>,
  state: ElectionState,
  now: InstantMs,
): ReadonlyMap<string, InstantMs> {
  const fresh = Object.values(state.figures).flatMap((figure) =>
    figure.revisions
      .filter((revision) => revision.releasedAt !== null)
      .map((revision) => paintedKey(figure.key.figureId, revision.revision))
      .filter((key) => !times.has(key)),
  );
  return fresh.length === 0 ? times : new Map([...times, ...fresh.map((key) => [key, now] as const)]);
}

/** Notes the election's time once the frame with a new state has been handed to the screen. Another log starts anew. */
export function PaintClock(): null {
  const state = useViewedState((viewed) => viewed);
  const logId = state?.logId;
  useEffect(() => {
    if (logId !== undefined) usePainted.setState({ times: new Map() });
  }, [logId]);
  useEffect(() => {
    if (state === null) return;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        const now = electionNow();
        if (now !== null) usePainted.setState(({ times }) => ({ times: paintedAfter(times, state, now) }));
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [state]);
  return null;
}

import type { CodeWait } from '../feed/await-code.ts';
import { awaitMissingCode } from '../feed/await-missing-code.ts';
import { fetchCode } from '../feed/fetch-code.ts';
import { getJson } from '../feed/get-json.ts';
import { useViewedMoment } from '../feed/viewed.ts';
import { useBoardView } from './view.ts';

/**
 * Keeps the moment that is shown in step with the one that the reader asked for. What reads and folds the log is fetched
 * when it is first asked for; until it is here nothing is shown in the moment's place, the newest least of all.
 * @returns stops
 */
export function followMoment(): () => void {
  let stopLeafing: (() => void) | null = null;
  let isFetching = false;
  let wait: CodeWait | null = null;
  const follow = (): void => {
    const { moment, isLeafing } = useBoardView.getState();
    if (moment === null) {
      if (useViewedMoment.getState().past !== null) useViewedMoment.setState({ past: null });
      if (!isLeafing) return;
    } else if (stopLeafing === null) {
      useViewedMoment.setState({ past: { moment, state: null, trouble: 'reading' } });
    }
    if (stopLeafing !== null || isFetching) return;
    isFetching = true;
    fetchCode(() => import('./moment/leafing.ts')).then(
      ({ runLeafing }) => {
        stopLeafing = runLeafing(getJson);
      },
      (error: unknown) => {
        isFetching = false;
        wait?.stop();
        wait = awaitMissingCode(error, follow);
        const asked = useBoardView.getState().moment;
        if (asked !== null) useViewedMoment.setState({ past: { moment: asked, state: null, trouble: 'unreachable' } });
      },
    );
  };
  follow();
  const forget = useBoardView.subscribe(follow);
  return () => {
    forget();
    stopLeafing?.();
    wait?.stop();
  };
}

import { act, render } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';

import { readClock } from './clock-reading.ts';
import { dayStart, fixtureLog, releaseOf } from './election-log.fixture.ts';
import { emptyFeed, useFeed } from './store.ts';
import { useViewedMoment, useViewedNow, useViewedState } from './viewed.ts';

/** Says what a component that shows figures is given. */
function Shown() {
  const seq = useViewedState((state) => state?.seq ?? null);
  const now = useViewedNow();
  return <p>{`${String(seq)} at ${String(now)}`}</p>;
}

describe('what is looked at', () => {
  beforeEach(() => {
    useFeed.setState(emptyFeed);
    useViewedMoment.setState({ past: null });
  });

  it('[BOARD-24] is the newest state and time, or those of the moment asked for while the feed goes on', () => {
    const log = fixtureLog('log', 'live');
    log.append(releaseOf('AA', '10:00', 2000));
    const then = log.state();
    log.append(releaseOf('AA', '12:00', 3000));
    const clock = readClock(null, { at: dayStart + 500, rate: 0, running: false }, 0);
    useFeed.setState({ state: log.state(), clock });
    const { container } = render(<Shown />);
    expect(container.textContent).toBe(`3 at ${String(dayStart + 500)}`);
    const moment = { logId: 'log', seq: 2 };
    act(() => useViewedMoment.setState({ past: { moment, state: then, trouble: null } }));
    expect(container.textContent).toBe(`2 at ${String(then.recordedAt)}`);
    log.append(releaseOf('AA-1', '12:00', 3100));
    act(() => useFeed.setState({ state: log.state() }));
    expect(container.textContent).toBe(`2 at ${String(then.recordedAt)}`);
    act(() => useViewedMoment.setState({ past: null }));
    expect(container.textContent).toBe(`4 at ${String(dayStart + 500)}`);
  });

  it('[BOARD-25] is nothing while the moment asked for cannot be shown', () => {
    const log = fixtureLog('log', 'live');
    useFeed.setState({ state: log.state() });
    const past = { moment: { logId: 'other', seq: 1 }, state: null, trouble: 'otherLog' as const };
    useViewedMoment.setState({ past });
    expect(render(<Shown />).container.textContent).toBe('null at null');
  });
});

import { act, cleanup, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { useElectionNow } from './clock.ts';
import { pageElapsed } from './page-elapsed.ts';
import { readClock } from './clock-reading.ts';
import { emptyFeed, useFeed } from './store.ts';

function Now(): ReactElement {
  return <p data-testid="now">{useElectionNow() ?? 'unknown'}</p>;
}
const shown = (): string | null => screen.getByTestId('now').textContent;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance', 'Date'] });
  useFeed.setState(emptyFeed);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('[FEED-36] the election’s time in a component', () => {
  it('is unknown before the server’s first word, then runs at the server’s rate, and stands at once when it stands', () => {
    render(<Now />);
    expect(shown()).toBe('unknown');
    const tell = (clock: { at: number; rate: number; running: boolean }): void =>
      act(() => useFeed.setState((feed) => ({ clock: readClock(feed.clock, clock, pageElapsed()) })));
    tell({ at: 1_000_000, rate: 60, running: true });
    expect(shown()).toBe('1000000');
    act(() => void vi.advanceTimersByTime(2_000));
    expect(shown()).toBe('1120000');
    tell({ at: 1_500_000, rate: 60, running: false });
    act(() => void vi.advanceTimersByTime(5_000));
    expect(shown()).toBe('1500000');
  });

  it('leaves no timer running when nobody looks', () => {
    const { unmount } = render(<Now />);
    expect(vi.getTimerCount()).toBe(1);
    unmount();
    expect(vi.getTimerCount()).toBe(0);
  });
});

import { recordedDayUntil, stateAfter } from '@yavka/shared/analysis/released-state.fixture';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { readClock } from '../../feed/clock-reading.ts';
import { emptyFeed, useFeed } from '../../feed/store.ts';
import { registerWords, setLanguage } from '../../ui/language.ts';
import { ModelPump, useBoardModel } from '../model-store.ts';
import { pack, resolved } from '../test-pack.fixture.ts';
import { followAddress, useBoardView } from '../view.ts';
import { words as boardWords } from '../words.ts';
import { DayPage } from './DayPage.tsx';
import { words } from './words.ts';

registerWords('board', boardWords);
registerWords('day', words);

const evening = Date.UTC(2023, 4, 21, 19);
const viewAtStart = useBoardView.getState();
let stopFollowing: () => void;

beforeEach(() => {
  useBoardModel.setState({ model: null });
  useBoardView.setState(viewAtStart, true);
  window.history.replaceState(null, '', '/day');
  stopFollowing = followAddress(window);
  setLanguage('en');
  useFeed.setState({
    ...emptyFeed,
    resolved,
    state: stateAfter(recordedDayUntil(pack, evening, 'a-1800-list')),
    link: { status: 'live', sinceMs: 0, lastHeardMs: 0 },
    clock: readClock(null, { at: evening, rate: 1, running: false }, 0),
  });
  render(
    <>
      <ModelPump />
      <DayPage />
    </>,
  );
});
afterEach(() => {
  cleanup();
  stopFollowing();
});

const cellsAt = (hour: string): string[] => {
  const row = screen.getByRole('rowheader', { name: hour }).closest('tr');
  if (row === null) throw new Error(`no row of ${hour}`);
  return within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
};

describe('the page of the day', () => {
  it('[DAY-1] says the figure, and how far it is from the earlier vote at each hour, to the decimals of the coarser', () => {
    expect(screen.getByText(/^Country, as of 18:00: 55.40%\.$/)).toBeTruthy();
    expect(cellsAt('18:00')).toEqual(['55.40', '61*−6\u00a0pp']);
    expect(cellsAt('21:30')[0]).toBe('not due yet');
  });

  it('[BOARD-11] opens where a figure of the table comes from', () => {
    const row = screen.getByRole('rowheader', { name: '12:00' }).closest('tr');
    fireEvent.click(within(row as HTMLElement).getByRole('button'));
    expect(useBoardView.getState().provenance).toEqual({ area: pack.root, cutoff: '12:00', revision: null });
  });

  it('[BOARD-1] an earlier vote is taken off and put back, and the address says so', () => {
    fireEvent.click(screen.getByRole('checkbox', { name: '2019' }));
    expect(cellsAt('18:00')).toHaveLength(1);
    expect(window.location.search).toContain('without=test-2019');
    fireEvent.click(screen.getByRole('checkbox', { name: '2019' }));
    expect(cellsAt('18:00')).toHaveLength(2);
    expect(window.location.search).not.toContain('without');
  });

  it('[BOARD-2] a region is found by a name of another language and put on the charts', () => {
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'зареч' } });
    const found = within(screen.getByRole('searchbox').closest('details') as HTMLElement).getAllByRole('button');
    expect(found).toHaveLength(1);
    fireEvent.click(found[0] as HTMLElement);
    expect(useBoardView.getState().pinned).toEqual(['TT-W']);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'no such' } });
    expect(screen.getByRole('searchbox').closest('details')?.querySelectorAll('li')).toHaveLength(1);
  });
});

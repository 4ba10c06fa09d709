import { exactly, recordedDayUntil, releasedAt, stateAfter } from '@yavka/shared/analysis/released-state.fixture';
import type { Step } from '@yavka/shared/analysis/released-state.fixture';
import { figureIdOf } from '@yavka/shared/figures/figure';
import type { InstantMs } from '@yavka/shared/ids';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { readClock } from '../../feed/clock-reading.ts';
import { emptyFeed, useFeed } from '../../feed/store.ts';
import { registerWords, setLanguage } from '../../ui/language.ts';
import { Comb } from '../Comb.tsx';
import { fetchParts } from '../fetched-parts.ts';
import { ModelPump, useBoardModel } from '../model-store.ts';
import { pack, resolved } from '../test-pack.fixture.ts';
import { useTitle } from '../use-title.ts';
import { followAddress, useBoardView } from '../view.ts';
import { words as boardWords } from '../words.ts';
import { RegionsPage } from './RegionsPage.tsx';
import { words } from './words.ts';

registerWords('board', boardWords);
registerWords('regions', words);

const capital = (hour: number, minute = 0): InstantMs => Date.UTC(2023, 4, 21, hour - 1, minute);
const noon = recordedDayUntil(pack, capital(12, 2), 'a-1200');
const viewAtStart = useBoardView.getState();
let stopFollowing: () => void = () => undefined;

function Page(): ReactElement {
  useTitle();
  return (
    <>
      <ModelPump />
      <RegionsPage />
    </>
  );
}

function show(address: string, steps: readonly Step[], now: InstantMs): void {
  window.history.replaceState(null, '', address);
  stopFollowing = followAddress(window);
  useFeed.setState({
    ...emptyFeed,
    resolved,
    state: stateAfter(steps),
    link: { status: 'live', sinceMs: 0, lastHeardMs: 0 },
    clock: readClock(null, { at: now, rate: 1, running: false }, 0),
  });
}

beforeAll(fetchParts);
beforeEach(() => {
  useBoardModel.setState({ model: null });
  useBoardView.setState(viewAtStart, true);
  setLanguage('ru');
});
afterEach(() => {
  cleanup();
  stopFollowing();
});

const rows = (): string[] =>
  screen
    .getAllByRole('row')
    .flatMap((row) => row.getAttribute('data-area') ?? [])
    .filter((area) => area !== '');

describe('all regions', () => {
  it('[REG-4, REG-5] are ordered and kept to as the address says, and the address follows', () => {
    show('/regions?sort=name', noon, capital(12, 3));
    render(<Page />);
    expect(rows()).toEqual(['TT-W', 'TT-E']);
    fireEvent.click(screen.getByRole('button', { name: 'явка' }));
    const byTurnout = rows();
    expect(window.location.search).not.toContain('sort=');
    fireEvent.click(screen.getByRole('button', { name: 'города' }));
    expect(window.location.search).toContain('only=cities');
    expect(screen.queryAllByRole('table')).toEqual([]);
    expect(screen.getByText(/Таких регионов нет/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'все' }));
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'river' } });
    expect(rows()).toEqual(['TT-W']);
    expect(window.location.search).toContain('find=river');
    expect(screen.getByRole('status').textContent).toBe('показано 1 из 2 регионов');
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: '' } });
    expect(rows()).toEqual(byTurnout);
  });

  it('[REG-1, REG-2] have places and drawn moves that are also said in words', () => {
    const evening = recordedDayUntil(pack, capital(18, 2), 'a-1800');
    const said = (area: string, cutoff: string, value: number): Parameters<typeof releasedAt>[2][number] => ({
      area,
      cutoff,
      turnout: exactly(value),
      revision: { revision: 9 },
    });
    const figures = [
      said('TT-W', '12:00', 3000),
      said('TT-E', '12:00', 2000),
      said('TT-W', '18:00', 4000),
      said('TT-E', '18:00', 5000),
    ];
    show('/regions', [...evening, releasedAt(capital(18, 3), pack, figures)], capital(18, 4));
    const { container } = render(<Page />);
    const cellsOf = (area: string): string | null | undefined =>
      container.querySelector(`tr[data-area="${area}"] .col-rank`)?.textContent;
    expect(cellsOf('TT-E')).toBe('1 1выше на 1 место');
    expect(cellsOf('TT-W')).toBe('2 1ниже на 1 место');
    expect(screen.getByText('смена мест – к срезу 12:00')).toBeTruthy();
  });

  it('[REG-7] say why moves cannot be told', () => {
    show('/regions', noon, capital(12, 3));
    render(<Page />);
    expect(screen.getByText('смены мест нет: это первая сводка дня')).toBeTruthy();
  });

  it('[REG-13] are put side by side by a box in the row, with number, stroke and every figure, and taken off again', () => {
    show('/regions', noon, capital(12, 3));
    render(<Page />);
    fireEvent.click(screen.getByRole('button', { name: 'Сравнить: Заречная' }));
    expect(window.location.search).toContain('pins=TT-W');
    const table = screen.getByRole('group', { name: 'Числа сравнения по сводкам' });
    const [head, first, country] = within(table).getAllByRole('row');
    expect(within(head ?? table).getAllByRole('columnheader')).toHaveLength(1 + pack.cutoffs.length);
    expect(first?.textContent).toContain('27,00');
    expect(first?.querySelector('svg text')?.textContent).toBe('1');
    expect(country?.textContent).toContain('Страна');
    // What has not come yet is left open, without a dash that would look like a figure of nothing.
    expect(
      within(first ?? table)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['27,00', '', '', '']);
    fireEvent.click(within(table).getByRole('button', { name: 'Убрать из сравнения: Заречная' }));
    expect(screen.queryByRole('group', { name: 'Числа сравнения по сводкам' })).toBeNull();
  });
});

describe('the page of one region', () => {
  it('[REG-14] is led to by its name in the comb and in the ranking, and bears its name and figure in the title', () => {
    show('/regions', noon, capital(12, 3));
    const { unmount } = render(
      <>
        <ModelPump />
        <Comb />
      </>,
    );
    expect(screen.getByRole('link', { name: /Заречная/ }).getAttribute('href')).toBe('/regions/TT-W');
    unmount();
    render(<Page />);
    const table = screen.getByRole('table');
    fireEvent.click(within(table).getByRole('link', { name: 'Заречная' }));
    expect(window.location.pathname).toBe('/regions/TT-W');
    expect(document.title).toBe('Заречная · 27,00 % на 12:00 · Явка');
  });

  it('[REG-8, REG-10] has figure, time, measure, status and source in this order, and where each figure comes from', () => {
    const figureId = figureIdOf({
      source: pack.commission.id,
      measure: 'ballots-issued',
      cutoff: '12:00',
      area: 'TT-W',
    });
    const confirmation = { figureId, revision: 1, announcementId: 'other', words: 'двадцать семь', snippet: null };
    const announcement = {
      announcementId: 'other',
      text: 'двадцать семь',
      source: 'вторая лента',
      language: null,
      asOf: '12:00',
      cutoff: '12:00',
      status: 'preliminary' as const,
      receivedAt: capital(12, 3),
    };
    const confirmed: Step = {
      at: capital(12, 3),
      payload: { type: 'figures.released', announcements: [announcement], figures: [], confirmations: [confirmation] },
    };
    show('/regions/TT-W', [...noon, confirmed], capital(12, 4));
    const { container } = render(<Page />);
    const hero = container.querySelector('.region-hero')?.textContent ?? '';
    const order = ['Заречн', '27,00', 'по состоянию на 12:00', 'получили бюллетени', 'предварительно'];
    expect(order.map((part) => hero.indexOf(part)).every((at, index, all) => at > (all[index - 1] ?? -1))).toBe(true);
    const origins = screen.getByRole('region', { name: 'Откуда цифры' });
    expect(origins.textContent).toContain('Подтверждено: вторая лента');
    expect(origins.textContent).toContain('двадцать семь');
  });

  it('[REG-11] without figures says why, and an unknown one lists those that there are', () => {
    show('/regions/TT-W', [], capital(7, 30));
    const { unmount } = render(<Page />);
    expect(screen.getByText('Числа нет: срок не наступил')).toBeTruthy();
    expect(screen.getByText('Цифр ещё не было.')).toBeTruthy();
    unmount();
    stopFollowing();
    show('/regions/TT-X', noon, capital(12, 3));
    render(<Page />);
    expect(screen.getByRole('heading', { name: 'Такого региона нет' })).toBeTruthy();
    expect(screen.getByText(/TT-X/)).toBeTruthy();
    const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/regions/TT-W', '/regions/TT-E']);
  });

  it('[REG-15] tells the hours on its own clock and the capital’s, and how many stations or that nobody says', () => {
    show('/regions/TT-W', noon, capital(12, 3));
    const { unmount } = render(<Page />);
    const stations = screen.getByRole('region', { name: 'Участки и часы' });
    expect(stations.textContent).toContain('по своим часам');
    expect(stations.textContent).toContain('08:00–20:00');
    expect(stations.textContent).toContain('40 участков');
    unmount();
    stopFollowing();
    show('/regions/TT-E', noon, capital(12, 3));
    render(<Page />);
    expect(screen.getByText('Сколько здесь участков, не говорит ни один источник.')).toBeTruthy();
  });
});

import { recordedDayUntil, releasedAt, stateAfter, exactly } from '@yavka/shared/analysis/released-state.fixture';
import type { Step } from '@yavka/shared/analysis/released-state.fixture';
import { figureIdOf } from '@yavka/shared/figures/figure';
import type { InstantMs } from '@yavka/shared/ids';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { Profiler } from 'react';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { readClock } from '../feed/clock-reading.ts';
import { emptyFeed, useFeed } from '../feed/store.ts';
import { fetchOtherWords, registerWords, setLanguage } from '../ui/language.ts';
import { Board } from './Board.tsx';
import { CombCellView } from './CombCellView.tsx';
import { DayCurve } from './DayCurve.tsx';
import { fetchParts } from './fetched-parts.ts';
import { ModelPump, useBoardModel } from './model-store.ts';
import { pack, resolved } from './test-pack.fixture.ts';
import { followAddress, useBoardView } from './view.ts';
import { words } from './words.ts';

registerWords('board', words);

const capital = (hour: number, minute = 0): InstantMs => Date.UTC(2023, 4, 21, hour - 1, minute);
const noon = recordedDayUntil(pack, capital(12, 2), 'a-1200');
const viewAtStart = useBoardView.getState();

function show(steps: readonly Step[], now: InstantMs): void {
  useFeed.setState({
    ...emptyFeed,
    resolved,
    state: stateAfter(steps),
    link: { status: 'live', sinceMs: 0, lastHeardMs: 0 },
    clock: readClock(null, { at: now, rate: 1, running: false }, 0),
  });
}

let stopFollowing: () => void;

beforeAll(async () => {
  await fetchParts();
  await fetchOtherWords();
});

beforeEach(() => {
  useBoardModel.setState({ model: null });
  useBoardView.setState(viewAtStart, true);
  window.history.replaceState(null, '', '/');
  stopFollowing = followAddress(window);
  setLanguage('ru');
});
afterEach(() => {
  cleanup();
  stopFollowing();
});

describe('the board', () => {
  it('[BOARD-9] before the first announcement it says what is awaited and when', () => {
    show([], capital(7, 30));
    render(<Board />);
    expect(screen.getByText(/Первая сводка ожидается в/)).toBeTruthy();
    expect(screen.queryByTestId('national-turnout')).toBeNull();
    expect(screen.getByText('Сводок ещё не было')).toBeTruthy();
  });

  it('[BOARD-28] once the next announcement is late the time of the figures stands on a plate, and nothing else changes', () => {
    show(noon, capital(12, 3));
    const early = render(<Board />);
    const timeOf = (page: HTMLElement): HTMLElement | null => page.querySelector('.hero-asof-time');
    const number = screen.getByTestId('national-turnout').textContent;
    expect(timeOf(early.container)?.dataset['late']).toBeUndefined();
    expect(screen.queryByText('данные пока только на')).toBeNull();
    early.unmount();
    show(noon, capital(19));
    const late = render(<Board />);
    expect(timeOf(late.container)?.dataset['late']).toBe('');
    expect(timeOf(late.container)?.textContent).toContain('12:00');
    expect(screen.getByText('данные пока только на')).toBeTruthy();
    expect(screen.getByTestId('national-turnout').textContent).toBe(number);
  });

  it('[BOARD-35] an announcement without the country leaves the earlier number on its plate, and the lamps wait for it', () => {
    const west = releasedAt(capital(18, 2), pack, [{ area: 'TT-W', cutoff: '18:00', turnout: exactly(5015) }]);
    show([...noon, west], capital(18, 3));
    const { container } = render(<Board />);
    const time = container.querySelector<HTMLElement>('.hero-asof-time');
    expect(time?.dataset['late']).toBe('');
    expect(time?.textContent).toContain('12:00');
    expect(screen.getByText('в сводке 18:00 числа по стране нет')).toBeTruthy();
    const lamps = screen.getByRole('list', { name: 'Состояние' });
    expect(within(lamps).getByText('на 18:00, неполные')).toBeTruthy();
    expect(within(lamps).getByText('число по стране')).toBeTruthy();
  });

  it('[BOARD-36] on another day than the election’s the clock says which', () => {
    show(noon, capital(19));
    const { unmount } = render(<Board />);
    expect(screen.getByRole('timer').textContent).toMatch(/^19:00 /);
    unmount();
    show(noon, capital(24 + 9));
    render(<Board />);
    expect(screen.getByRole('timer').textContent).toMatch(/^22\sмая, 09:00 /);
  });

  it('[BOARD-29] the table has every region under the country, and its headers order it', () => {
    useBoardView.setState({ picture: 'table' });
    const rect = { width: 900, height: 500, left: 0, top: 0, right: 900, bottom: 500, x: 0, y: 0, toJSON: () => ({}) };
    const measured = vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(rect);
    show(noon, capital(12, 3));
    render(<Board />);
    const table = screen.getByRole('table', { name: /Явка по регионам/ });
    const rows = (): string[] =>
      within(table)
        .getAllByRole('rowheader')
        .map((header) => header.textContent.trim());
    const sorts = (): (string | null)[] =>
      within(table)
        .getAllByRole('columnheader')
        .map((header) => header.getAttribute('aria-sort'));
    expect(rows()).toHaveLength(pack.areas.filter((area) => area.kind === 'region' || area.kind === 'city').length + 1);
    expect(rows()[0]).toBe('Вся страна');
    expect(sorts()).toEqual([null, 'none', 'descending', 'none', null]);
    const byTurnout = rows();
    fireEvent.click(within(table).getByRole('button', { name: 'Регион' }));
    expect(sorts()).toEqual([null, 'ascending', 'none', 'none', null]);
    expect(window.location.search).toContain('sort=name');
    expect(rows().slice(1)).toEqual(byTurnout.slice(1).toSorted());
    expect(rows()[0]).toBe('Вся страна');
    measured.mockRestore();
  });

  it('[BOARD-30] where no count of ballots was stated the source’s place says so, beside the voters it is counted against', () => {
    const basis = pack.cutoffs.find((each) => each.id === '12:00')?.basis ?? null;
    const released = releasedAt(capital(12, 2), pack, [
      { area: pack.root, cutoff: '12:00', turnout: exactly(3011), revision: { basis } },
    ]);
    show([released], capital(12, 3));
    const { container } = render(<Board />);
    const source = container.querySelector('.hero-source')?.textContent ?? '';
    expect(source).toContain('число бюллетеней не названо');
    expect(source).toMatch(basis === null ? /ЦИК|сводка/ : /в списках/);
  });

  it('[BOARD-39] beside the legend each texture that is on the map has its words, and the ring', () => {
    const box = { width: 900, height: 500, left: 0, top: 0, right: 900, bottom: 500, x: 0, y: 0, toJSON: () => ({}) };
    const measured = vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(box);
    const key = (): string[] =>
      within(screen.getByRole('list', { name: 'Условные знаки' }))
        .queryAllByRole('listitem')
        .map((item) => item.textContent);
    show(noon, capital(12, 3));
    const early = render(<Board />);
    expect(key()).toEqual(['участки открыты']);
    early.unmount();
    const said = releasedAt(capital(18, 2), pack, [
      { area: 'TT-W', cutoff: '18:00', turnout: { min: 8001, max: 10_000 } },
    ]);
    show([...noon, said], capital(18, 3));
    render(<Board />);
    expect(key()).toEqual(['больше', 'на 12:00', 'участки открыты']);
    measured.mockRestore();
  });

  it('[BOARD-34] beside the country’s figure stand its measure and time with the zone, its status, and who says so', () => {
    show(noon, capital(12, 3));
    const { container } = render(<Board />);
    const beside = container.querySelector('.hero')?.textContent ?? '';
    const number = screen.getByTestId('national-turnout').textContent;
    const order = [number, 'явка по состоянию на', '12:00', pack.capital.timeLabel.ru, 'предварительно'];
    const places = [...order, pack.commission.shortNames.ru].map((said) => beside.indexOf(said));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('[BOARD-10] a language is changed in place, and the number with it', () => {
    show(noon, capital(12, 3));
    render(<Board />);
    const number = screen.getByTestId('national-turnout');
    const russian = number.textContent;
    fireEvent.click(screen.getByRole('button', { name: 'English' }));
    expect(screen.getByTestId('national-turnout').textContent).toBe(russian.replace(',', '.'));
    expect(screen.getByRole('heading', { name: 'Polling stations' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Қазақша' }));
    expect(screen.getByRole('heading', { name: 'Учаскелер' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('kk');
  });

  it('[BOARD-22, BOARD-23] another page begins with the figure, its time and the rail, and the title says both', async () => {
    show(noon, capital(12, 3));
    render(<Board />);
    const number = screen.getByTestId('national-turnout').textContent.replace('%', '');
    expect(document.title).toBe(`Сейчас · ${number} % на 12:00 · Явка`);
    fireEvent.click(within(screen.getByRole('navigation')).getByRole('link', { name: 'Участки' }));
    expect(window.location.pathname).toBe('/stations');
    const strip = await screen.findByTestId('national-strip');
    expect(within(strip).getByRole('button', { name: /Явка по стране/ }).textContent).toBe(`${number}%`);
    expect(within(strip).getByText('12:00', { selector: 'b' })).toBeTruthy();
    expect(within(strip).getByRole('group', { name: 'Рейка дня' })).toBeTruthy();
    expect(document.title).toBe(`Участки · ${number} % на 12:00 · Явка`);
    expect(document.activeElement).toBe(screen.getByRole('main'));
    act(() => window.history.back());
    await waitFor(() => expect(screen.getByTestId('national-turnout')).toBeTruthy());
  });

  it('[BOARD-28] on another page too the time of late figures stands on a plate', async () => {
    window.history.replaceState(null, '', '/stations');
    useBoardView.setState({ place: { page: 'stations', area: null } });
    const timeOf = async (): Promise<HTMLElement | null> =>
      (await screen.findByTestId('national-strip')).querySelector<HTMLElement>('.strip-time');
    show(noon, capital(12, 3));
    const early = render(<Board />);
    expect((await timeOf())?.dataset['late']).toBeUndefined();
    early.unmount();
    show(noon, capital(19));
    render(<Board />);
    expect((await timeOf())?.dataset['late']).toBe('');
    expect((await timeOf())?.textContent).toContain('12:00');
    expect(screen.getByText(/^данные пока только на/)).toBeTruthy();
  });

  it('[BOARD-11] a figure opens where it comes from, beside it, and Escape gives the focus back', () => {
    show(noon, capital(12, 3));
    render(<Board />);
    const number = screen.getByTestId('national-turnout');
    number.focus();
    fireEvent.click(number);
    const panel = screen.getByRole('complementary', { name: 'Откуда эта цифра' });
    for (const time of ['по состоянию на', 'получено', 'проверено', 'показано здесь'])
      expect(within(panel).getByText(time)).toBeTruthy();
    expect(screen.getByTestId('national-turnout')).toBeTruthy();
    fireEvent.keyDown(panel, { key: 'Escape' });
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(document.activeElement).toBe(number);
  });

  it('[BOARD-20] tells who brought a figure by hand, and what was said otherwise and not taken', () => {
    const by = {
      area: pack.root,
      cutoff: '12:00',
      turnout: exactly(3011),
      revision: { revision: 2, carrier: 'звонок' },
    };
    const released = releasedAt(capital(12, 2), pack, [by]);
    const contradiction = {
      figureId: figureIdOf({ source: pack.commission.id, measure: 'ballots-issued', cutoff: '12:00', area: pack.root }),
      revision: 2,
      announcementId: 'other',
      source: 'чужая лента',
      turnout: exactly(3101),
      ballots: null,
      words: '31,01',
      snippet: null,
      reason: 'цифры переставлены',
      enteredAt: capital(12, 2),
    };
    const contradicted = { at: capital(12, 3), payload: { type: 'figure.contradicted' as const, contradiction } };
    show([...noon, released, contradicted], capital(12, 3));
    render(<Board />);
    fireEvent.click(screen.getByTestId('national-turnout'));
    const panel = screen.getByRole('complementary', { name: 'Откуда эта цифра' });
    expect(within(panel).getByText(/звонок/)).toBeTruthy();
    expect(within(panel).getByText(/чужая лента/).textContent).toContain('31,01');
    expect(within(panel).getByText('цифры переставлены')).toBeTruthy();
  });

  it('[BOARD-12] with the link lost the figures stay and are labelled with their time', () => {
    show(noon, capital(12, 3));
    render(<Board />);
    const before = screen.getByTestId('national-turnout').textContent;
    act(() => useFeed.setState({ link: { status: 'reconnecting', sinceMs: 0, lastHeardMs: 0 } }));
    expect(screen.getByTestId('national-turnout').textContent).toBe(before);
    expect(screen.getByText('связь потеряна · данные на 12:00')).toBeTruthy();
  });

  it('[BOARD-13] a station reported otherwise than scheduled shows both, marked', () => {
    const station = pack.stations[0]?.id ?? '';
    const report = { station, status: 'closed' as const, asOf: capital(12), source: 'a source' };
    show([...noon, { at: capital(12, 1), payload: { type: 'station.reported', report } }], capital(12, 3));
    const { container } = render(<Board />);
    const row = container.querySelector(`[data-station="${station}"]`);
    expect(row?.textContent).toContain('открыт');
    expect(row?.textContent).toContain('закрыт');
    expect(row?.textContent).toContain('расходится');
  });

  it('[BOARD-14] a new announcement is said once, in one sentence', () => {
    const announcement = {
      announcementId: 'later',
      text: 'text',
      source: 'a source',
      language: null,
      asOf: '12:00',
      cutoff: '12:00',
      status: 'preliminary' as const,
      receivedAt: capital(12, 4),
    };
    show(noon, capital(12, 3));
    render(<Board />);
    expect(screen.getByTestId('announcer').textContent).toBe('');
    const release = {
      type: 'figures.released' as const,
      announcements: [announcement],
      figures: [],
      confirmations: [],
    };
    act(() => useFeed.setState({ state: stateAfter([...noon, { at: capital(12, 5), payload: release }]) }));
    expect(screen.getByTestId('announcer').textContent).toContain('Новая сводка, 12:00');
  });

  it('[BOARD-40] a correction is said once, with what stood and what stands, and no figure that was not corrected is', async () => {
    const said = (): string => screen.getByTestId('announcer').textContent;
    const revision = { revision: 2, kind: 'source-correction' } as const;
    const west = { area: 'TT-W', cutoff: '12:00', turnout: exactly(2711), revision };
    const later = { area: 'TT-E', cutoff: '18:00', turnout: exactly(5522) };
    show(noon, capital(12, 3));
    render(<Board />);
    const corrected = [...noon, releasedAt(capital(12, 31), pack, [west])];
    act(() => useFeed.setState({ state: stateAfter(corrected) }));
    expect(said()).toMatch(/^Исправлено в 12:31: .+, 12:00: было .+, стало 27,11/);
    act(() => setLanguage('en'));
    // The words of a page that was gone to may still be on their way.
    await waitFor(() => expect(said()).toBe(''));
    act(() => useFeed.setState({ state: stateAfter([...corrected, releasedAt(capital(18, 2), pack, [later])]) }));
    expect(said()).toBe('');
  });

  it('[BOARD-40] that the link is back is said after it was lost, and not when the page opens', () => {
    show(noon, capital(12, 3));
    render(<Board />);
    const link = (status: 'live' | 'reconnecting'): void =>
      act(() => useFeed.setState({ link: { status, sinceMs: 0, lastHeardMs: 0 } }));
    expect(screen.getByTestId('link-back').textContent).toBe('');
    link('reconnecting');
    expect(screen.getByTestId('link-back').textContent).toBe('');
    link('live');
    expect(screen.getByTestId('link-back').textContent).toBe('Связь восстановлена, данные снова приходят');
  });
});

describe('what is drawn again', () => {
  it('[BOARD-15] one region’s figure draws that region’s cell, no other', () => {
    show(noon, capital(12, 3));
    const drawn: Record<string, number> = {};
    const areas = ['TT-W', 'TT-E'];
    render(
      <>
        <ModelPump />
        {areas.map((area) => (
          <Profiler key={area} id={area} onRender={(id) => (drawn[id] = (drawn[id] ?? 0) + 1)}>
            <CombCellView area={area} />
          </Profiler>
        ))}
      </>,
    );
    const before = { ...drawn };
    const correction = releasedAt(capital(12, 4), pack, [
      {
        area: 'TT-W',
        cutoff: '12:00',
        turnout: exactly(2711),
        revision: { revision: 2, kind: 'source-correction', reason: 'the source said so' },
      },
    ]);
    act(() => useFeed.setState(({ state }) => ({ state: state === null ? null : sameButFor(state, correction) })));
    expect(drawn['TT-W']).toBeGreaterThan(before['TT-W'] ?? 0);
    expect(drawn['TT-E']).toBe(before['TT-E']);
  });

  it('[BOARD-15] the passing of a second draws no region and no curve', () => {
    show(noon, capital(12, 3));
    let cells = 0;
    render(
      <>
        <ModelPump />
        <Profiler id="cell" onRender={() => (cells += 1)}>
          <CombCellView area="TT-W" />
        </Profiler>
      </>,
    );
    const { curve, comb } = useBoardModel.getState().model ?? {};
    const before = cells;
    act(() => useFeed.setState({ clock: readClock(null, { at: capital(12, 3) + 1000, rate: 1, running: false }, 0) }));
    expect(cells).toBe(before);
    expect(useBoardModel.getState().model?.curve).toBe(curve);
    expect(useBoardModel.getState().model?.comb).toBe(comb);
  });
});

describe('the day’s chart', () => {
  // The chart is a chunk of its own: here it is fetched beforehand, so that no time limit decides.
  beforeAll(() => import('../charts/DayCurveChart.tsx'));

  it('[BOARD-15] is not drawn again by a figure it does not show, and is by one it does', async () => {
    const rect = { width: 440, height: 200, left: 0, top: 0, right: 440, bottom: 200, x: 0, y: 0, toJSON: () => ({}) };
    const measured = vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(rect);
    let draws = 0;
    show(noon, capital(12, 3));
    const { container } = render(
      <>
        <ModelPump />
        <DayCurve onDraw={() => (draws += 1)} />
      </>,
    );
    await waitFor(() => expect(container.querySelector('.recharts-surface')).not.toBeNull());
    // What the chart's own effects still have to do is done before anything is counted.
    await act(async () => Promise.resolve());
    const settled = draws;
    const corrected = (revision: number, value: number): Step =>
      releasedAt(capital(12, 3 + revision), pack, [
        {
          area: 'TT-W',
          cutoff: '12:00',
          turnout: exactly(value),
          revision: { revision, kind: 'typo', reason: 'typed' },
        },
      ]);
    act(() => useFeed.setState({ state: stateAfter([...noon, corrected(2, 2711)]) }));
    expect(draws).toBe(settled);
    act(() => useBoardView.getState().togglePin('TT-W'));
    const withPin = draws;
    expect(withPin).toBeGreaterThan(settled);
    act(() => useFeed.setState({ state: stateAfter([...noon, corrected(2, 2711), corrected(3, 2722)]) }));
    expect(draws).toBeGreaterThan(withPin);
    measured.mockRestore();
  });
});

/** The state that a delta makes: untouched figures keep their identity. */
function sameButFor(state: NonNullable<ReturnType<typeof useFeed.getState>['state']>, step: Step): typeof state {
  const next = stateAfter([...noon, step]);
  const changed = Object.fromEntries(
    Object.entries(next.figures).map(([id, figure]) => [
      id,
      JSON.stringify(figure) === JSON.stringify(state.figures[id]) ? state.figures[id] : figure,
    ]),
  );
  return { ...next, figures: changed as typeof state.figures };
}

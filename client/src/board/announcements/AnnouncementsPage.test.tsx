import { exactly, releasedAt, stateAfter } from '@yavka/shared/analysis/released-state.fixture';
import type { Step } from '@yavka/shared/analysis/released-state.fixture';
import { applyEntries } from '@yavka/shared/log/apply-entry';
import { emptyState } from '@yavka/shared/log/empty-state';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { readClock } from '../../feed/clock-reading.ts';
import { emptyFeed, useFeed } from '../../feed/store.ts';
import { registerWords, setLanguage } from '../../ui/language.ts';
import { ModelPump } from '../model-store.ts';
import { entriesServer, publicEntries, sealedLog } from '../moment/sealed-log.fixture.ts';
import { Provenance } from '../Provenance.tsx';
import { pack, resolved } from '../test-pack.fixture.ts';
import { useBoardView } from '../view.ts';
import { words as boardWords } from '../words.ts';
import { AnnouncementsPage } from './AnnouncementsPage.tsx';
import { words } from './words.ts';

registerWords('board', boardWords);
registerWords('announcements', words);
const viewAtStart = useBoardView.getState();
const capital = (hour: number, minute = 0): number => Date.UTC(2023, 4, 21, hour - 1, minute);
const text = 'Запад 27,02 процента.';

function day(source = 'a source'): Step[] {
  const said = { area: 'TT-W', cutoff: '12:00', turnout: exactly(2702) };
  const snippet = { start: 0, end: 20 };
  const step = releasedAt(capital(12, 2), pack, [
    { ...said, revision: { announcementId: 'a-1', words: text.slice(0, 20), snippet } },
  ]);
  if (step.payload.type !== 'figures.released') throw new Error('no release');
  const announcement = {
    ...{ announcementId: 'a-1', text, source, language: 'ru' as const, asOf: '12:00', cutoff: '12:00' },
    ...{ status: 'preliminary' as const, receivedAt: capital(12, 1) },
  };
  return [
    { at: step.at, payload: { ...step.payload, announcements: [announcement] } },
    releasedAt(capital(12, 9), pack, [
      { ...said, turnout: exactly(2720), revision: { revision: 2, kind: 'typo', reason: 'опечатка ленты' } },
    ]),
  ];
}

function show(state = stateAfter(day())): void {
  useFeed.setState({
    ...emptyFeed,
    resolved,
    state,
    clock: readClock(null, { at: capital(12, 10), rate: 1, running: false }, 0),
  });
  render(
    <>
      <ModelPump />
      <Provenance />
      <AnnouncementsPage />
    </>,
  );
}

beforeEach(() => {
  useBoardView.setState(viewAtStart, true);
  setLanguage('ru');
  Element.prototype.scrollIntoView = vi.fn<() => void>();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the announcements’ page', () => {
  it('[SRC-2, SRC-4] has the words whole; those of a figure lead to its area, its value to its origin', async () => {
    show();
    const article = screen.getByRole('article');
    expect(article.querySelector('blockquote')?.textContent).toBe(text);
    const marked = within(article).getByRole('link', { name: 'Запад 27,02 процента' });
    expect(marked.getAttribute('href')).toBe('/regions/TT-W');
    fireEvent.click(within(article).getAllByRole('link', { name: '27,02' })[0] ?? article);
    const panel = await screen.findByRole('complementary', { name: 'Откуда эта цифра' });
    expect(within(panel).getByText(/Редакция 1 заменена/)).toBeTruthy();
    expect(useBoardView.getState().provenance).toEqual({ area: 'TT-W', cutoff: '12:00', revision: 1 });
    fireEvent.click(within(panel).getByRole('link', { name: 'К той, что стоит' }));
    expect(within(panel).queryByText(/Редакция 1 заменена/)).toBeNull();
  });

  it('[SRC-6] names the commission in the reader’s language, and any other source as it was written', () => {
    for (const name of Object.values(pack.commission.names)) {
      show(stateAfter(day(name)));
      expect(screen.getByText(`передаёт ${pack.commission.names.ru}`)).toBeTruthy();
      cleanup();
    }
    show();
    expect(screen.getByText('передаёт a source')).toBeTruthy();
  });

  it('[SRC-2] shows what was corrected beside the announcement, or alone, with the way to it', () => {
    show();
    const correction = (): HTMLElement => screen.getAllByText('исправлено')[0]?.closest('li') ?? document.body;
    for (const said of ['27,02', '27,20', 'опечатка · 12:09:00 · опечатка ленты'])
      expect(correction().textContent).toContain(said);
    fireEvent.click(screen.getByRole('button', { name: 'исправления 1' }));
    expect(screen.queryByRole('article')).toBeNull();
    fireEvent.click(within(correction()).getByRole('button', { name: 'К сводке' }));
    expect(screen.getByRole('article').dataset['asked']).toBe('true');
    expect(document.activeElement).toBe(screen.getByRole('article'));
  });

  it('[SRC-2] says that an announcement it was linked to is not here', () => {
    act(() => useBoardView.setState({ announcement: 'a-9' }));
    show();
    expect(screen.getByText(/Сводки, на которую ведёт ссылка, здесь нет/)).toBeTruthy();
  });

  it('[SRC-1] proves the chain on demand and shows the head’s hash whole, or names the entry that breaks it', async () => {
    const entries = publicEntries(sealedLog(day()));
    const state = applyEntries(emptyState(), entries);
    let served = entries;
    const { get } = entriesServer(() => served);
    vi.stubGlobal('fetch', async (path: string) => {
      const { status, body } = await get(path, { fresh: false, signal: new AbortController().signal });
      return { ok: status === 200, status, json: () => Promise.resolve(body) };
    });
    show(state);
    fireEvent.click(screen.getByRole('button', { name: 'Проверить цепочку' }));
    await waitFor(() => expect(screen.getByText('Цепочка сходится')).toBeTruthy());
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe(state.hash);
    served = entries.filter(({ seq }) => seq !== 2);
    fireEvent.click(screen.getByRole('button', { name: 'Проверить ещё раз' }));
    await waitFor(() => expect(screen.getByText('Цепочка рвётся на записи 2')).toBeTruthy());
    expect(screen.getByText(/Запись 2 выброшена/)).toBeTruthy();
    expect(screen.queryByText('Цепочка сходится')).toBeNull();
  });
});

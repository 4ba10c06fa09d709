import { act, cleanup, render } from '@testing-library/react';
import type { ElectionState } from '@yavka/shared/log/state';
import { at, dayUntil, resolved } from '@yavka/shared/scenes/recorded-scenes.fixture';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { emptyFeed, useFeed } from '../feed/store.ts';
import { readTopology } from '../map/recorded-map.fixture.ts';
import { Studio } from './Studio.tsx';

function show(state: ElectionState | null, hour: string): void {
  useFeed.setState({
    resolved,
    geometry: readTopology('kz-2022-11-20-president'),
    state,
    clock: { clock: { at: at(hour), rate: 1, running: false }, receivedAt: 0, notBefore: Number.NEGATIVE_INFINITY },
  });
}

async function open(address: string): Promise<ReturnType<typeof render>> {
  window.history.replaceState(null, '', address);
  const page = render(<Studio />);
  // The fonts' promise: there is nothing to load here, but it is asked for.
  await act(async () => Promise.resolve());
  return page;
}

beforeEach(() => useFeed.setState(emptyFeed, true));
afterEach(cleanup);

describe('the studio', () => {
  it('[SCN-13] an unknown scene, and a page without its first snapshot, is an empty stage', async () => {
    show(dayUntil('announcement-1805'), '18:10');
    const unknown = await open('/studio?scene=nonsense');
    expect(unknown.getByTestId('stage').textContent).toBe('');
    cleanup();
    useFeed.setState(emptyFeed, true);
    const early = await open('/studio?scene=national');
    expect(early.getByTestId('stage').textContent).toBe('');
  });

  it('[SCN-14] shows the national number, and a new one as a whole plate beside the whole old one', async () => {
    show(dayUntil('announcement-1805'), '18:10');
    const page = await open('/studio?scene=national');
    expect(page.getByTestId('hero').textContent).toBe('67,85');
    act(() => show(dayUntil('announcement-1805', 'announcement-2005-list'), '20:14'));
    expect(page.getByTestId('hero').textContent).toBe('69,31');
    expect(page.container.querySelector('.hero-leaving')?.textContent).toBe('67,85');
    expect(page.getByTestId('as-of').textContent).toContain('по состоянию на 20:05');
  });

  it('[SCN-15] a lost link changes nothing in the picture', async () => {
    show(dayUntil('announcement-1805'), '18:10');
    const page = await open('/studio?scene=national');
    const before = page.getByTestId('stage').innerHTML;
    act(() => useFeed.setState({ link: { status: 'reconnecting', sinceMs: 5, lastHeardMs: 1 } }));
    expect(page.getByTestId('stage').innerHTML).toBe(before);
    act(() => show(dayUntil('announcement-1805'), '20:31'));
    expect(page.getByTestId('as-of').textContent).toContain('данные на 18:05');
    expect(page.getByTestId('as-of').dataset['stale']).toBe('');
  });

  it('[SCN-1] before the first figure the stage waits and says for what', async () => {
    show(dayUntil(null), '09:12');
    const page = await open('/studio?scene=map');
    expect(page.getByTestId('waiting').textContent).toContain('Первое сообщение ожидается в 10:05');
  });

  it('[SCN-6] a rehearsal is drawn inside the stage', async () => {
    show({ ...dayUntil('announcement-1805'), mode: 'rehearsal' }, '18:10');
    const page = await open('/studio?scene=national');
    expect(page.getByTestId('stage').querySelector('[data-testid="rehearsal"]')).not.toBeNull();
  });
});

import { resolved } from '@yavka/shared/scenes/recorded-scenes.fixture';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { useFeed } from '../../feed/store.ts';
import { setLanguage } from '../language.ts';
import { TakeAway } from './TakeAway.tsx';
import type { TakenView } from './taken-view.ts';

const view: TakenView = {
  ...{
    name: 'map',
    title: 'Map',
    unit: null,
    note: null,
    ground: 'ink',
    cutoff: '20:05',
    area: null,
    hasBorders: true,
  },
  parts: () => [document.body],
  embed: null,
};
const words = { open: 'Download', failed: 'did not load' };

beforeEach(() => {
  useFeed.setState({ resolved });
  act(() => setLanguage('en'));
});
afterEach(cleanup);

async function openPanel(shown: TakenView = view): Promise<HTMLElement> {
  render(<TakeAway view={shown} words={words} />);
  fireEvent.click(screen.getByRole('button', { name: 'Download' }));
  return screen.findByRole('region', { name: 'Download and share' });
}

describe('taking a view away', () => {
  it('[OUT-14] opens by a button that says so, closes on Escape and gives the focus back', async () => {
    const panel = await openPanel();
    const button = screen.getByRole('button', { name: 'Download' });
    expect([button.getAttribute('aria-expanded'), button.getAttribute('aria-controls')]).toEqual(['true', panel.id]);
    fireEvent.keyDown(screen.getByRole('button', { name: 'PNG' }), { key: 'Escape' });
    expect(screen.queryByRole('region')).toBeNull();
    expect(document.activeElement).toBe(button);
    expect(button.getAttribute('aria-expanded')).toBe('false');
  });

  it('[OUT-14] closes when the reader goes elsewhere', async () => {
    await openPanel();
    fireEvent.pointerDown(document.body);
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('[OUT-14] gives the data of the cutoff on the screen in the page’s language', async () => {
    await openPanel({ ...view, area: 'X-1' });
    for (const kind of ['csv', 'json', 'xlsx']) {
      expect(screen.getByRole('link', { name: kind.toUpperCase() }).getAttribute('href')).toBe(
        `/api/v1/export.${kind}?lang=en&at=20%3A05&area=X-1`,
      );
    }
    const address = screen.getByRole<HTMLInputElement>('textbox', { name: 'Link to this view' }).value;
    const { searchParams } = new URL(address);
    expect([searchParams.get('lang'), searchParams.get('at')]).toEqual(['en', '20:05']);
  });

  it('[OUT-14] says in its own place what came of it, politely, also where the picture failed or cannot be copied', async () => {
    await openPanel();
    const said = screen.getByRole('status');
    expect(said.textContent).toBe('');
    fireEvent.click(screen.getByRole('button', { name: 'Copy: Link to this view' }));
    await screen.findByText(/did not let it be copied/);
    expect(said.textContent).not.toBe('');
  });

  it('[OUT-14] offers no picture of what is none', async () => {
    await openPanel({ ...view, parts: () => [] });
    expect(screen.queryByRole('button', { name: 'PNG' })).toBeNull();
    expect(screen.getByText(/is no picture/)).toBeDefined();
  });
});

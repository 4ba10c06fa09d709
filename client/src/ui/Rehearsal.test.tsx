import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';

import { fixtureLog } from '../feed/election-log.fixture.ts';
import { emptyFeed, useFeed } from '../feed/store.ts';
import { setLanguage } from './language.ts';
import { RehearsalFrame } from './RehearsalFrame.tsx';

afterEach(() => {
  cleanup();
  useFeed.setState(emptyFeed);
});

describe('[UI-25] a rehearsal is drawn inside the picture', () => {
  it('with its word in three languages, because the log says so and nothing else', () => {
    setLanguage('kk');
    render(<RehearsalFrame />);
    expect(screen.queryByTestId('rehearsal')).toBeNull();
    act(() => useFeed.setState({ state: fixtureLog('log-r', 'rehearsal').state() }));
    const frame = screen.getByRole('complementary', { name: 'ЖАТТЫҒУ' });
    expect(frame.textContent).toBe('РЕПЕТИЦИЯ · ЖАТТЫҒУ · REHEARSAL');
    expect([...frame.querySelectorAll('[lang]')].map((word) => word.getAttribute('lang'))).toEqual(['ru', 'kk', 'en']);
    expect(document.documentElement.dataset['mode']).toBe('rehearsal');
    act(() => useFeed.setState({ state: fixtureLog('log-l', 'live').state() }));
    expect(screen.queryByTestId('rehearsal')).toBeNull();
    expect(document.documentElement.dataset['mode']).toBeUndefined();
  });
});

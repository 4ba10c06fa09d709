import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';

import { fixtureLog } from '../feed/election-log.fixture.ts';
import { emptyFeed, useFeed } from '../feed/store.ts';
import { RehearsalFrame, rehearsalWords } from './RehearsalFrame.tsx';

afterEach(() => {
  cleanup();
  useFeed.setState(emptyFeed);
});

describe('[UI-25] a rehearsal is drawn inside the picture', () => {
  it('with its word in three languages, because the log says so and nothing else', () => {
    render(<RehearsalFrame />);
    expect(screen.queryByText(rehearsalWords)).toBeNull();
    act(() => useFeed.setState({ state: fixtureLog('log-r', 'rehearsal').state() }));
    expect(screen.getByText('РЕПЕТИЦИЯ · ЖАТТЫҒУ · REHEARSAL')).toBeTruthy();
    expect(document.documentElement.dataset['mode']).toBe('rehearsal');
    act(() => useFeed.setState({ state: fixtureLog('log-l', 'live').state() }));
    expect(screen.queryByText(rehearsalWords)).toBeNull();
    expect(document.documentElement.dataset['mode']).toBeUndefined();
  });
});

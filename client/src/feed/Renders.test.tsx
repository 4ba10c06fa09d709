import { applyEntries } from '@yavka/shared/log/apply-entry';
import type { Delta } from '@yavka/shared/protocol/wire';
import { act, cleanup, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';

import { dayStart, fixtureLog, releaseOf, smallPack } from './election-log.fixture.ts';
import { useAnnouncements, useAreaFigures, useFigure } from './select.ts';
import { emptyFeed, useFeed } from './store.ts';

const renders = new Map<string, number>();

function counted(name: string): void {
  renders.set(name, (renders.get(name) ?? 0) + 1);
}

function Figure({ area, cutoff }: { readonly area: string; readonly cutoff: string }): ReactElement {
  counted(`${area} ${cutoff}`);
  const turnout = useFigure(area, cutoff)?.revisions.at(-1)?.turnout;
  return <p data-testid={`${area} ${cutoff}`}>{turnout?.min ?? 'none'}</p>;
}

function Curve({ area }: { readonly area: string }): ReactElement {
  counted(`curve ${area}`);
  return <p>{useAreaFigures(area).length}</p>;
}

function Ledger(): ReactElement {
  counted('ledger');
  return <p>{useAnnouncements().length}</p>;
}

function begin() {
  const log = fixtureLog('log-a', 'live');
  renders.clear();
  useFeed.setState({ ...emptyFeed, resolved: smallPack, state: log.state() });
  render(
    <>
      <Figure area="AA" cutoff="10:00" />
      <Figure area="AA-1" cutoff="10:00" />
      <Figure area="AA-1" cutoff="12:00" />
      <Curve area="AA-1" />
      <Curve area="AA-2" />
      <Ledger />
    </>,
  );
  const arrive = (delta: Delta): void =>
    act(() => useFeed.setState(({ state }) => (state === null ? {} : { state: applyEntries(state, delta.entries) })));
  return { log, arrive };
}

afterEach(cleanup);

describe('what a figure that arrives draws again', () => {
  it('[FEED-38] only the components that show it', () => {
    const { log, arrive } = begin();
    arrive(log.append(releaseOf('AA-1', '10:00', 3101)));
    expect(screen.getByTestId('AA-1 10:00').textContent).toBe('3101');
    expect(Object.fromEntries(renders)).toEqual({
      'AA 10:00': 1,
      'AA-1 10:00': 2,
      'AA-1 12:00': 1,
      'curve AA-1': 2,
      'curve AA-2': 1,
      ledger: 1,
    });
  });

  it('[FEED-38] nothing, when an entry is hidden from the reader or only the link and the clock changed', () => {
    const { log, arrive } = begin();
    const delta = log.append(releaseOf('AA-1', '10:00', 3101));
    arrive({
      ...delta,
      entries: delta.entries.map(({ seq, hash }) => ({ seq, hash, contentHash: '0'.repeat(64) })),
    });
    act(() => {
      useFeed.setState({
        clock: { clock: { at: dayStart, rate: 1, running: true }, receivedAt: 0, notBefore: 0 },
        link: { status: 'reconnecting', sinceMs: 1, lastHeardMs: 0 },
      });
    });
    expect([...renders.values()]).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

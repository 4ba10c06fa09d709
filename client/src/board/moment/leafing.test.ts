import type { Said, Step } from '@yavka/shared/analysis/released-state.fixture';
import { exactly, heldBack, releasedAt } from '@yavka/shared/analysis/released-state.fixture';
import { applyEntries } from '@yavka/shared/log/apply-entry';
import { emptyState } from '@yavka/shared/log/empty-state';
import type { AudienceEntry, Entry } from '@yavka/shared/log/entry';
import { isHidden } from '@yavka/shared/log/entry';
import { readPack, resolveForTest } from '@yavka/shared/pack/recorded-pack.fixture';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Get } from '../../feed/read-server.ts';
import { emptyFeed, useFeed } from '../../feed/store.ts';
import { useViewedMoment } from '../../feed/viewed.ts';
import { boardModelOf } from '../board-model.ts';
import { useBoardView } from '../view.ts';
import { runLeafing, useLeafing } from './leafing.ts';
import { logStates } from './log-states.ts';
import { momentsOf } from './moments-of.ts';
import { entriesServer, logId, publicEntries, sealedLog } from './sealed-log.fixture.ts';

const pack = readPack('test-two-zones');
const resolved = resolveForTest(pack);
const areas = [pack.root, 'TT-W', 'TT-E'];
const start = Date.UTC(2023, 4, 21, 9);
const choice = { cutoff: null, pinned: [], order: 'turnout', language: 'ru' } as const;
const viewAtStart = useBoardView.getState();

/** A log that says again and again something else of every area and cutoff, hidden steps between, 1 100 entries. */
function changeableDay(): Entry[] {
  const revisions = new Map<string, number>();
  const steps: Step[] = [];
  for (let index = 0; steps.length < 1100; index += 1) {
    const at = start + index * 1000;
    const area = areas[(index * 7) % areas.length] ?? pack.root;
    const cutoff = pack.cutoffs[Math.min(pack.cutoffs.length - 1, Math.floor(index / 300))]?.id ?? '';
    const revision = (revisions.get(`${area} ${cutoff}`) ?? 0) + 1;
    revisions.set(`${area} ${cutoff}`, revision);
    const isGone = revision % 11 === 0;
    const kind = revision === 1 ? 'entered' : isGone ? 'withdrawn' : 'typo';
    const said: Said = {
      ...{ area, cutoff, turnout: isGone ? null : exactly(1000 + ((index * 37) % 7000)) },
      revision: { revision, kind, reason: revision === 1 ? null : 'said so' },
    };
    if (index % 3 === 0) steps.push(...heldBack(at, pack, { ...said, cutoff: '10:00' }));
    steps.push(releasedAt(at, pack, [said]));
  }
  return sealedLog(steps);
}

/** Told from the entries alone, by none of the product's folding: the newest cutoff with a value, and each area's there. */
function toldBy(entries: readonly AudienceEntry[], seq: number): { cutoff: string | null; values: (number | null)[] } {
  const values = new Map<string, number | null>();
  for (const entry of entries) {
    if (entry.seq > seq) break;
    if (isHidden(entry) || entry.payload.type !== 'figures.released') continue;
    for (const { key, revision } of entry.payload.figures)
      values.set(`${key.area} ${key.cutoff}`, revision.turnout?.min ?? null);
  }
  const valueOf = (area: string, cutoff: string): number | null => values.get(`${area} ${cutoff}`) ?? null;
  const cutoff = pack.cutoffs.findLast(({ id }) => areas.some((area) => valueOf(area, id) !== null))?.id ?? null;
  return { cutoff, values: areas.map((area) => (cutoff === null ? null : valueOf(area, cutoff))) };
}

describe('what was known at a moment', () => {
  it('[BOARD-26] is at every place of a log what the entries up to it say, whatever moments were looked at before', async () => {
    const entries = publicEntries(changeableDay());
    const { get, asked } = entriesServer(() => entries);
    const states = logStates(logId, get);
    const head = applyEntries(emptyState(), entries);
    expect(await states.readTo(head)).toBeNull();
    expect(asked.map((path) => path.replace(/.*\//, ''))).toEqual([
      '1-500.json',
      '501-1000.json',
      `1001-${String(entries.length)}.json`,
    ]);
    const forward = entries.map(({ seq }) => seq);
    const leaps = forward.map((seq) => ((seq * 619) % entries.length) + 1);
    for (const seq of [...forward, ...leaps]) {
      const state = states.stateAt(seq);
      if (state === null) throw new Error(`no state at ${String(seq)}`);
      expect(state.seq).toBe(seq);
      const model = boardModelOf(state, resolved, choice, state.recordedAt);
      const told = toldBy(entries, seq);
      const shownOf = (area: string): number | null => {
        const view = area === pack.root ? model.national : model.comb.cells[area]?.view;
        return view === undefined || view.stale ? null : (view.shown?.turnout.min ?? null);
      };
      expect({ seq, cutoff: model.newest, values: areas.map(shownOf) }).toEqual({ seq, ...told });
    }
    expect(states.stateAt(0)).toBeNull();
    expect(states.stateAt(entries.length + 1)).toBeNull();
  });

  it('[BOARD-26] has a moment for every entry that the public may see, with what it corrects', () => {
    const day = [
      releasedAt(start, pack, [{ area: 'TT-W', cutoff: '10:00', turnout: exactly(2000) }]),
      ...heldBack(start + 1, pack, { area: 'TT-E', cutoff: '10:00', turnout: exactly(2100) }),
      releasedAt(start + 2, pack, [
        {
          area: 'TT-W',
          cutoff: '10:00',
          turnout: exactly(2010),
          revision: { revision: 2, kind: 'typo', reason: 'so' },
        },
      ]),
    ];
    expect(momentsOf(publicEntries(sealedLog(day)))).toEqual([
      { seq: 1, at: start, kind: 'opened', cutoff: null, corrected: [] },
      { seq: 2, at: start, kind: 'figures', cutoff: '10:00', corrected: [] },
      { seq: 5, at: start + 2, kind: 'correction', cutoff: '10:00', corrected: ['TT-W'] },
    ]);
  });
});

describe('looking at a moment', () => {
  const day = publicEntries(changeableDay());
  const stateTo = (length: number, of = logId) => ({ ...applyEntries(emptyState(), day.slice(0, length)), logId: of });
  let stop: () => void = () => undefined;
  const run = (get: Get): void => {
    stop = runLeafing(get);
  };
  const shown = () => {
    const { past } = useViewedMoment.getState();
    return past === null ? 'newest' : (past.trouble ?? past.state.seq);
  };

  beforeEach(() => {
    useBoardView.setState(viewAtStart, true);
    useViewedMoment.setState({ past: null });
    useFeed.setState({ ...emptyFeed, state: stateTo(600) });
  });
  afterEach(() => {
    stop();
    useBoardView.setState(viewAtStart, true);
    useViewedMoment.setState({ past: null });
    useFeed.setState(emptyFeed);
  });

  it('[BOARD-25] shows its state once the entries are here, and nothing before', async () => {
    run(entriesServer(() => day).get);
    useBoardView.getState().showMoment({ logId, seq: 40 });
    expect(shown()).toBe('reading');
    await vi.waitFor(() => expect(shown()).toBe(40));
    useBoardView.getState().showMoment({ logId, seq: 41 });
    expect(shown()).toBe(41);
  });

  it('[BOARD-25] reads on while the log goes on, and only what it has not read', async () => {
    const { get, asked } = entriesServer(() => day);
    run(get);
    useBoardView.getState().leaf(true);
    await vi.waitFor(() => expect(useLeafing.getState().trouble).toBeNull());
    expect(shown()).toBe('newest');
    useFeed.setState({ state: stateTo(603) });
    await vi.waitFor(() => expect(asked).toHaveLength(3));
    expect(asked.at(-1)).toContain('/601-603.json');
    await vi.waitFor(() => expect(useLeafing.getState().moments.at(-1)?.seq).toBeGreaterThan(600));
  });

  it('[BOARD-25] shows no figures for a moment of another log, nor when the log is replaced meanwhile', async () => {
    run(entriesServer(() => day).get);
    useBoardView.getState().showMoment({ logId: 'another', seq: 40 });
    expect(shown()).toBe('otherLog');
    useBoardView.getState().showMoment({ logId, seq: 40 });
    await vi.waitFor(() => expect(shown()).toBe(40));
    useFeed.setState({ state: stateTo(30, 'log-2') });
    expect(shown()).toBe('otherLog');
  });

  it('[BOARD-25] shows no figures for a moment that has not come, and shows it when it comes', async () => {
    run(entriesServer(() => day).get);
    useBoardView.getState().showMoment({ logId, seq: 602 });
    expect(shown()).toBe('notYet');
    useFeed.setState({ state: stateTo(602) });
    await vi.waitFor(() => expect(shown()).toBe(602));
  });

  it('[BOARD-25] shows no figures while the entries cannot be had, and asks again when the reader does', async () => {
    const { get } = entriesServer(() => day);
    let isDown = true;
    run((...asked) => (isDown ? Promise.reject(new Error('down')) : get(...asked)));
    useBoardView.getState().showMoment({ logId, seq: 40 });
    await vi.waitFor(() => expect(shown()).toBe('unreachable'));
    isDown = false;
    useBoardView.getState().showMoment({ logId, seq: 40 });
    await vi.waitFor(() => expect(shown()).toBe(40));
  });

  it.each([
    [
      'a figure of which was changed',
      (entries: AudienceEntry[]) =>
        entries.map((entry) => (entry.seq === 41 ? { ...entry, recordedAt: start } : entry)),
    ],
    ['one of which is missing', (entries: AudienceEntry[]) => entries.filter(({ seq }) => seq !== 41)],
    [
      'that lead to another head than the page’s',
      () =>
        publicEntries(
          sealedLog([
            releasedAt(start, pack, []),
            ...changeableDay()
              .slice(1, 700)
              .map(({ payload, recordedAt }) => ({ at: recordedAt, payload })),
          ]),
        ),
    ],
  ])('[BOARD-25] shows no figures by entries %s', async (_what, doctored) => {
    run(entriesServer(() => doctored(day)).get);
    useBoardView.getState().showMoment({ logId, seq: 40 });
    await vi.waitFor(() => expect(shown()).toBe('broken'));
  });
});

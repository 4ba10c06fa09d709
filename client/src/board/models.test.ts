import {
  exactly,
  heldBack,
  recordedDayUntil,
  releasedAt,
  stateAfter,
} from '@yavka/shared/analysis/released-state.fixture';
import { readPack, resolveForTest } from '@yavka/shared/pack/recorded-pack.fixture';
import { describe, expect, it } from 'vitest';

import { boardModelOf } from './board-model.ts';
import type { CombCell } from './comb-model.ts';
import { combModelOf } from './comb-model.ts';
import { combScaleOf } from './comb-scale.ts';
import { keepSame } from './keep-same.ts';
import { ledgerOf } from './ledger-model.ts';
import { paintedAfter, paintedKey } from './painted.ts';
import { provenanceOf } from './provenance-model.ts';
import { railOf } from './rail-model.ts';

const pack = readPack('test-two-zones');
const resolved = resolveForTest(pack);
const capital = (hour: number, minute = 0): number => Date.UTC(2023, 4, 21, hour - 1, minute);
const now = capital(12, 10);
const noon = recordedDayUntil(pack, capital(12, 2), 'a-1200');
const asked = (area: string, revision: number | null = null) => ({ area, cutoff: '12:00', revision });
const choice = { cutoff: null, pinned: [], order: 'turnout', language: 'ru' } as const;

describe('the comb', () => {
  it('[BOARD-16] puts ranges, stale and missing figures in groups of their own, each missing one with its reason', () => {
    const range = { area: 'TT-E', cutoff: '12:00', turnout: { min: 3001, max: 10_000 } };
    const state = stateAfter([
      releasedAt(now, pack, [{ area: 'TT-W', cutoff: '12:00', turnout: exactly(2700) }, range]),
    ]);
    const comb = combModelOf(state, resolved, '12:00', now, 'turnout', 'ru');
    expect(comb.groups.map(({ kind, areas }) => [kind, areas])).toEqual([
      ['exact', ['TT-W']],
      ['ranges', ['TT-E']],
    ]);
    expect(comb.cells['TT-E']?.rank).toBeNull();
    const empty = combModelOf(stateAfter([]), resolved, null, capital(7), 'turnout', 'ru');
    expect(empty.groups).toEqual([{ kind: 'missing', reason: 'notYetDue', since: null, areas: ['TT-W', 'TT-E'] }]);
  });

  it('[BOARD-16] in the commission’s order nothing is ranked and nothing is set apart', () => {
    const comb = combModelOf(stateAfter(noon), resolved, '12:00', now, 'commission', 'ru');
    expect(comb.groups).toEqual([{ kind: 'all', reason: null, since: null, areas: ['TT-W', 'TT-E'] }]);
  });

  it('[REG-5] orders by growth, places gained and an earlier vote, what is not known last, and by the alphabet', () => {
    const day = readPack('kz-2022-11-20-president');
    const evening = Date.parse('2022-11-20T12:10:00Z');
    const state = stateAfter(recordedDayUntil(day, evening, 'announcement-1805'));
    const areasBy = (order: string): { areas: readonly string[]; comb: ReturnType<typeof combModelOf> } => {
      const comb = combModelOf(state, resolveForTest(day), '18:05', evening, order, 'ru');
      expect(comb.groups).toHaveLength(1);
      return { comb, areas: comb.groups[0]?.areas ?? [] };
    };
    const falls = (values: readonly (number | null | undefined)[]): boolean =>
      values.every((value, index) => index === 0 || (value ?? -Infinity) <= (values[index - 1] ?? -Infinity));
    for (const [order, valueOf] of [
      ['increase', (cell) => cell?.increase],
      ['move', (cell) => cell?.move],
      ['kz-2019-06-09-president', (cell) => cell?.sameHour[0]?.difference],
    ] as [string, (cell: CombCell | undefined) => number | null | undefined][]) {
      const { areas, comb } = areasBy(order);
      const values = areas.map((area) => valueOf(comb.cells[area]));
      expect([order, falls(values), new Set(values).size > 5]).toEqual([order, true, true]);
    }
    // Six areas have other borders than in 2019: their differences are not known.
    const { areas, comb } = areasBy('kz-2019-06-09-president');
    expect(areas.slice(-6).map((area) => comb.cells[area]?.sameHour[0]?.difference)).toEqual(Array(6).fill(null));
    expect(areasBy('name').areas.slice(0, 3)).toEqual(['KZ-10', 'KZ-11', 'KZ-15']);
    expect(areasBy('name').areas.at(-1)).toBe('KZ-79');
    expect(areasBy('name').comb.groups[0]?.kind).toBe('all');
    expect(areasBy('nothing of this election').areas).toEqual(areasBy('turnout').areas);
  });

  it('[UI-5] has lines at the top band’s edge and at the edge nearest the middle', () => {
    expect(combScaleOf([{ min: 0 }, { min: 5000 }, { min: 8000 }]).map(({ edge }) => edge)).toEqual([8000, 5000]);
    expect(combScaleOf([{ min: 0 }])).toEqual([]);
  });
});

describe('the shown cutoff', () => {
  it('[BOARD-17] is the newest with figures, unless an earlier one was chosen; a later one is not shown', () => {
    const state = stateAfter(noon);
    const last = pack.cutoffs.at(-1)?.id ?? '';
    expect(boardModelOf(state, resolved, choice, now).cutoff).toBe('12:00');
    expect(boardModelOf(state, resolved, { ...choice, cutoff: last }, now).cutoff).toBe('12:00');
    expect(boardModelOf(stateAfter([]), resolved, choice, now).cutoff).toBeNull();
  });

  it('[BOARD-17] stands out on the rail; what is past due and not out is overdue', () => {
    const late = (resolved.cutoffInstants[pack.cutoffs[1]?.id ?? ''] ?? 0) + 60_000;
    const rail = railOf(stateAfter(noon), resolved, '12:00', '12:00', late);
    expect(rail[0]?.state).toBe('shown');
    expect(rail[1]?.state).toBe('overdue');
    expect(rail.at(-1)?.state).toBe('due');
  });
});

describe('the model', () => {
  it('[BOARD-15] keeps every part that a figure does not touch', () => {
    const before = boardModelOf(stateAfter(noon), resolved, choice, now);
    const corrected = releasedAt(capital(12, 5), pack, [
      {
        area: 'TT-W',
        cutoff: '12:00',
        turnout: exactly(2711),
        revision: { revision: 2, kind: 'typo', reason: 'typed' },
      },
    ]);
    const after = keepSame(before, boardModelOf(stateAfter([...noon, corrected]), resolved, choice, now));
    expect(after.comb.cells['TT-W']).not.toBe(before.comb.cells['TT-W']);
    expect(after.comb.cells['TT-E']).toBe(before.comb.cells['TT-E']);
    expect(after.curve).toBe(before.curve);
    expect(after.national).toBe(before.national);
  });
});

describe('the announcements', () => {
  const announcement = {
    announcementId: 'a-1',
    text: 'words',
    source: 'a source',
    language: 'ru' as const,
    asOf: '12:00',
    cutoff: '12:00',
    status: 'preliminary' as const,
    receivedAt: capital(12, 1),
  };
  const said = releasedAt(capital(12, 2), pack, [
    { area: pack.root, cutoff: '12:00', turnout: exactly(2900), ballots: 290, revision: { announcementId: 'a-1' } },
    { area: 'TT-W', cutoff: '12:00', turnout: exactly(2700), revision: { announcementId: 'a-1' } },
  ]);
  const released = {
    ...said,
    payload: { ...said.payload, announcements: [announcement] } as typeof said.payload,
  };

  it('[BOARD-18] have the country’s value as it stands, the regions they gave, and their entry’s hash', () => {
    const state = stateAfter([released]);
    expect(ledgerOf(state, resolved)).toEqual([
      {
        announcementId: 'a-1',
        cutoff: '12:00',
        receivedAt: capital(12, 1),
        national: exactly(2900),
        ballots: 290,
        areas: 1,
        correctedAt: null,
        hash: state.hash,
      },
    ]);
  });

  it('[BOARD-18] show no count that a later announcement added to the figure', () => {
    const later = releasedAt(capital(12, 9), pack, [
      {
        area: pack.root,
        cutoff: '12:00',
        turnout: exactly(2900),
        ballots: 291,
        revision: { revision: 2, kind: 'refined', announcementId: 'a-2' },
      },
    ]);
    const row = ledgerOf(stateAfter([released, later]), resolved).find((each) => each.announcementId === 'a-1');
    expect(row?.ballots).toBe(290);
  });

  it('[BOARD-18] show no count that a correction brought to one that had told none', () => {
    const national = { area: pack.root, cutoff: '12:00', turnout: exactly(2900) };
    const words = releasedAt(capital(12, 4), pack, [{ ...national, revision: { announcementId: 'a-1' } }]);
    const kind = 'source-correction' as const;
    const corrected = {
      ...national,
      turnout: exactly(2905),
      ballots: 291,
      revision: { revision: 2, kind, reason: 'new' },
    };
    const payload = { ...words.payload, announcements: [announcement] } as typeof words.payload;
    const entry = { at: words.at, payload };
    const [row] = ledgerOf(stateAfter([entry, releasedAt(capital(12, 9), pack, [corrected])]), resolved);
    expect(row).toMatchObject({ national: exactly(2905), ballots: null, correctedAt: capital(12, 9) });
  });

  it('[BOARD-18] wear the time of their newest correction', () => {
    const correction = releasedAt(capital(12, 9), pack, [
      {
        area: 'TT-W',
        cutoff: '12:00',
        turnout: exactly(2705),
        revision: { revision: 2, kind: 'typo', reason: 'typed', announcementId: 'a-1' },
      },
    ]);
    expect(ledgerOf(stateAfter([released, correction]), resolved)[0]?.correctedAt).toBe(capital(12, 9));
  });
});

describe('where a figure comes from', () => {
  it('[BOARD-11] holds the released revisions only, newest first', () => {
    const correction = releasedAt(capital(12, 5), pack, [
      {
        area: 'TT-W',
        cutoff: '12:00',
        turnout: exactly(2711),
        revision: { revision: 2, kind: 'typo', reason: 'typed' },
      },
    ]);
    const held = heldBack(capital(12, 6), pack, {
      area: 'TT-W',
      cutoff: '12:00',
      turnout: exactly(2799),
      revision: { revision: 3 },
    });
    const provenance = provenanceOf(stateAfter([...noon, correction, ...held]), resolved, asked('TT-W'), now);
    expect(provenance.revisions.map(({ revision }) => revision)).toEqual([2, 1]);
    expect(JSON.stringify(provenance.view.shown?.turnout)).not.toContain('2799');
  });

  it('[SRC-4] tells of each released revision as it was said, and of the one that stands where it is not named', () => {
    const said = { area: 'TT-W', cutoff: '12:00' };
    const correction = releasedAt(capital(12, 5), pack, [
      { ...said, turnout: exactly(2711), revision: { revision: 2, kind: 'typo', reason: 'typed' } },
    ]);
    const held = heldBack(capital(12, 6), pack, { ...said, turnout: exactly(2799), revision: { revision: 3 } });
    const state = stateAfter([...noon, correction, ...held]);
    const told = (revision: number | null) => {
      const provenance = provenanceOf(state, resolved, asked('TT-W', revision), now);
      return [provenance.revision?.revision, provenance.isStanding];
    };
    expect(told(1)).toEqual([1, false]);
    expect(told(2)).toEqual([2, true]);
    expect(told(null)).toEqual([2, true]);
    // What is not released is not told of, whoever asks.
    expect(told(3)).toEqual([2, true]);
  });

  it('[BOARD-11] puts the computed turnout beside the stated one only where both counts are known', () => {
    const version = pack.electorates.find((each) => each.area === pack.root && !each.approximate);
    const ballots = Math.round((version?.value ?? 0) * 0.29);
    const stated = (basis: string | null) =>
      stateAfter([
        releasedAt(now, pack, [
          { area: pack.root, cutoff: '12:00', turnout: exactly(2900), ballots, revision: { basis } },
        ]),
      ]);
    expect(provenanceOf(stated(version?.id ?? ''), resolved, asked(pack.root), now).computed).toBe(2900);
    expect(provenanceOf(stated(null), resolved, asked(pack.root), now).computed).toBeNull();
  });

  it('[BOARD-19] a figure’s painted time is the first at which this page showed it', () => {
    const state = stateAfter(noon);
    const times = paintedAfter(new Map(), state, 100);
    expect(paintedAfter(times, state, 200)).toBe(times);
    const id = Object.keys(state.figures)[0] ?? '';
    expect(times.get(paintedKey(id, 1))).toBe(100);
  });
});

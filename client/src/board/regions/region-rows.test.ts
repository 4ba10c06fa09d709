import { exactly, recordedDayUntil, releasedAt, stateAfter } from '@yavka/shared/analysis/released-state.fixture';
import type { Step } from '@yavka/shared/analysis/released-state.fixture';
import { readPack, resolveForTest } from '@yavka/shared/pack/recorded-pack.fixture';
import { describe, expect, it } from 'vitest';

import type { CombModel } from '../comb-model.ts';
import { combModelOf } from '../comb-model.ts';
import { movesNoteOf } from './moves-note-of.ts';
import { groupsKeptOf, regionPartOf } from './region-part.ts';

const pack = readPack('kz-2022-11-20-president');
const resolved = resolveForTest(pack);
/** 20:10 in the capital: the west is still voting. */
const now = Date.parse('2022-11-20T14:10:00Z');
const all = new Set(pack.areas.map((area) => area.id));

function combAfter(until: string, cutoff: string | null, more: readonly Step[] = []): CombModel {
  const state = stateAfter([...recordedDayUntil(pack, now, until), ...more]);
  return combModelOf(state, resolved, cutoff, now, 'turnout', 'ru');
}

const kept = (comb: CombModel, asked: string): string[] =>
  groupsKeptOf(comb, pack.areas, regionPartOf(asked, pack.bands), all)
    .flatMap((group) => group.areas)
    .toSorted();

describe('a part of the regions', () => {
  const comb = combAfter('announcement-2005-list', '20:05');

  it('[REG-6] is told by kind, by open polls and by a correction', () => {
    expect(kept(comb, 'cities')).toEqual(['KZ-71', 'KZ-75', 'KZ-79']);
    expect(kept(comb, 'regions')).toHaveLength(17);
    expect(kept(comb, 'open')).toEqual(['KZ-15', 'KZ-23', 'KZ-27', 'KZ-43', 'KZ-47']);
    expect(kept(comb, 'corrected')).toEqual([]);
    const correction = releasedAt(now, pack, [
      {
        area: 'KZ-47',
        cutoff: '20:05',
        turnout: exactly(6619),
        revision: { revision: 3, kind: 'source-correction', reason: 'the source said so' },
      },
    ]);
    expect(kept(combAfter('announcement-2005-list', '20:05', [correction]), 'corrected')).toEqual(['KZ-47']);
  });

  it('[REG-6] holds each exact figure in one band, a range in all it reaches into, and no stale figure', () => {
    const bands = pack.bands.map((_, index) => kept(comb, `band-${index + 1}`));
    expect(bands.flat().toSorted()).toEqual(kept(comb, 'none of these'));
    expect(bands[6]).toEqual(['KZ-10', 'KZ-33', 'KZ-43', 'KZ-61']);
    const inWords = combAfter('announcement-2005-words', '20:05');
    expect(kept(inWords, 'band-7')).toEqual(['KZ-10', 'KZ-33', 'KZ-43', 'KZ-61']);
    // The city of 48,01 at 18:05 has said nothing at 20:05.
    expect(kept(inWords, 'band-3')).toEqual([]);
    const across = { area: 'KZ-71', cutoff: '20:05', turnout: { min: 4900, max: 5100 } };
    const wide = combAfter('announcement-2005-words', '20:05', [releasedAt(now, pack, [across])]);
    expect(kept(wide, 'band-3')).toEqual(['KZ-71']);
    expect(kept(wide, 'band-4')).toEqual(['KZ-71']);
  });

  it('[REG-6] leaves no empty group behind', () => {
    const inWords = combAfter('announcement-2005-words', '20:05');
    const groups = groupsKeptOf(inWords, pack.areas, 'open', new Set(['KZ-43', 'KZ-75']));
    expect(groups.map(({ kind, areas }) => [kind, areas])).toEqual([['ranges', ['KZ-43']]]);
  });
});

describe('why moves cannot be told', () => {
  it.each([
    ['announcement-1205', '12:05', null],
    ['announcement-1005', '10:05', { kind: 'first' }],
    ['announcement-2005-words', '20:05', { kind: 'now', open: 19 }],
    ['announcement-2005-list', '20:05', null],
    ['announcement-final', 'final', { kind: 'standing' }],
  ])('[REG-7] after %s', (until, cutoff, note) => {
    expect(movesNoteOf(Object.values(combAfter(until, cutoff).cells), cutoff, '10:05')).toEqual(note);
  });

  it('[REG-7] names the cutoff before where the words were there, and says nothing before the first', () => {
    const words = recordedDayUntil(pack, now, 'announcement-2005-words');
    const list = recordedDayUntil(pack, now, 'announcement-2200').at(-1);
    const state = stateAfter(list === undefined ? words : [...words, list]);
    const { cells } = combModelOf(state, resolved, '22:00', now, 'turnout', 'ru');
    expect(movesNoteOf(Object.values(cells), '22:00', '10:05')).toEqual({ kind: 'before', open: 20 });
    expect(movesNoteOf([], null, '10:05')).toEqual({ kind: 'none' });
  });
});

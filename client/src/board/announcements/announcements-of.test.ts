import type { Step } from '@yavka/shared/analysis/released-state.fixture';
import { exactly, recordedDayUntil, releasedAt, stateAfter } from '@yavka/shared/analysis/released-state.fixture';
import { figureIdOf } from '@yavka/shared/figures/figure';
import type { AnnouncementRecord, Contradiction, PayloadOf } from '@yavka/shared/log/payload';
import { readPack, resolveForTest } from '@yavka/shared/pack/recorded-pack.fixture';
import { describe, expect, it } from 'vitest';

import { announcementsOf, correctionsOf } from './announcements-of.ts';
import { checkResultsOf } from './check-results-of.ts';
import { textPiecesOf } from './text-pieces-of.ts';

const pack = readPack('test-two-zones');
const resolved = resolveForTest(pack);
const capital = (hour: number, minute = 0): number => Date.UTC(2023, 4, 21, hour - 1, minute);
const figureIn = (area: string): string =>
  figureIdOf({ source: pack.commission.id, measure: 'ballots-issued', cutoff: '12:00', area });

const text = 'West 27.02 percent, East 31.50 percent.';
const record = (announcementId: string, source: string, minute: number): AnnouncementRecord => ({
  ...{ announcementId, text, source, language: 'en', asOf: '12:00', cutoff: '12:00', status: 'preliminary' },
  receivedAt: capital(12, minute),
});
const west = { area: 'TT-W', cutoff: '12:00', turnout: exactly(2702) };
const east = { area: 'TT-E', cutoff: '12:00', turnout: exactly(3150) };
const wordsOf = (start: number, end: number, announcementId: string) => ({
  ...{ words: text.slice(start, end), snippet: { start, end }, announcementId },
});
/** A release with more in it than figures. */
function withMore(step: Step, more: Partial<PayloadOf<'figures.released'>>): Step {
  if (step.payload.type !== 'figures.released') throw new Error('no release');
  return { at: step.at, payload: { ...step.payload, ...more } };
}

/** The commission's own, another outlet's that confirms one figure and says the other otherwise, a correction by hand. */
function day(): Step[] {
  const first = releasedAt(capital(12, 2), pack, [
    { ...east, revision: wordsOf(20, 38, 'own') },
    { ...west, revision: wordsOf(0, 18, 'own') },
  ]);
  const confirmation = { figureId: figureIn('TT-W'), revision: 1, ...wordsOf(0, 18, 'other') };
  const contradiction: Contradiction = {
    ...{ figureId: figureIn('TT-E'), revision: 1, source: 'another outlet', turnout: exactly(3510), ballots: null },
    ...{ reason: 'digits exchanged', enteredAt: capital(12, 4), ...wordsOf(20, 38, 'other') },
  };
  return [
    withMore(first, { announcements: [record('own', 'the commission', 1)] }),
    withMore(releasedAt(capital(12, 4), pack, []), {
      announcements: [record('other', 'another outlet', 3)],
      confirmations: [confirmation],
      contradictions: [contradiction],
    }),
    releasedAt(capital(12, 9), pack, [
      { ...west, turnout: exactly(2720), revision: { revision: 2, kind: 'typo', reason: 'mistyped' } },
    ]),
  ];
}

describe('the announcements', () => {
  it('[SRC-2] come newest first, each with the figures in the order of its text and what it is to them', () => {
    const shown = announcementsOf(stateAfter(day()), resolved);
    expect(
      shown.map(({ announcement, told }) => [
        announcement.announcementId,
        told.map(({ area, part, turnout, since }) => [area, part, turnout?.min, since]),
      ]),
    ).toEqual([
      [
        'other',
        [
          ['TT-W', 'confirmed', 2702, 'corrected'],
          ['TT-E', 'left', 3510, null],
        ],
      ],
      [
        'own',
        [
          ['TT-W', 'brought', 2702, 'corrected'],
          ['TT-E', 'brought', 3150, null],
        ],
      ],
    ]);
  });

  it('[SRC-5] tell a range that was told more exactly since from a value that was taken back', () => {
    const range = { ...west, turnout: { min: 2500, max: 3000 } };
    const refined = (revision: number) => ({ revision, kind: 'refined' as const, ...wordsOf(0, 18, 'other') });
    const told = (...later: Step[]): unknown => {
      const first = releasedAt(capital(12, 2), pack, [{ ...range, revision: wordsOf(0, 18, 'own') }]);
      const released = withMore(first, { announcements: [record('own', 'the commission', 1)] });
      return announcementsOf(stateAfter([released, ...later]), resolved)[0]?.told[0]?.since;
    };
    const exact = releasedAt(capital(12, 4), pack, [{ ...west, revision: refined(2) }]);
    const same = releasedAt(capital(12, 4), pack, [{ ...range, ballots: 900, revision: refined(2) }]);
    const typo = { revision: 3, kind: 'typo' as const, reason: 'mistyped' };
    const corrected = releasedAt(capital(12, 9), pack, [{ ...west, turnout: exactly(2720), revision: typo }]);
    expect([told(), told(same), told(exact), told(exact, corrected)]).toEqual([null, null, 'refined', 'corrected']);
  });

  it('[SRC-2] tell who confirms them, who says otherwise, what stands and by whom, and why', () => {
    const [other, own] = announcementsOf(stateAfter(day()), resolved);
    expect(own?.confirmedBy).toEqual([{ announcementId: 'other', source: 'another outlet', figures: 1 }]);
    expect(other?.confirmedBy).toEqual([]);
    for (const each of [other, own]) {
      expect(each?.otherwise).toHaveLength(1);
      expect(each?.otherwise[0]).toMatchObject({
        area: 'TT-E',
        said: { turnout: exactly(3510), source: 'another outlet', reason: 'digits exchanged' },
        stands: { turnout: exactly(3150) },
        standsBy: 'the commission',
      });
    }
  });

  it('[SRC-2] have the corrections of what they brought: old, new, kind, reason and time', () => {
    const state = stateAfter(day());
    const [other, own] = announcementsOf(state, resolved);
    const expected = {
      ...{ area: 'TT-W', cutoff: '12:00', of: 'own', before: { turnout: exactly(2702), revision: 1 } },
      after: { turnout: exactly(2720), kind: 'typo', reason: 'mistyped', releasedAt: capital(12, 9) },
    };
    expect(own?.corrections).toMatchObject([expected]);
    expect(other?.corrections).toEqual([]);
    expect(correctionsOf(state)).toMatchObject([expected]);
  });

  it('[SRC-2] keep every letter of their text, whatever is marked in it', () => {
    const [, own] = announcementsOf(stateAfter(day()), resolved);
    const told = own?.told ?? [];
    const pieces = textPiecesOf(text, told);
    expect(pieces.map((piece) => [piece.text, piece.told.map(({ area }) => area)])).toEqual([
      ['West 27.02 percent', ['TT-W']],
      [', ', []],
      ['East 31.50 percent', ['TT-E']],
      ['.', []],
    ]);
    const odd = told.map((figure, index) => ({ ...figure, snippet: { start: index * 5 - 3, end: 400 - index * 390 } }));
    const joined = textPiecesOf(text, odd).map((piece) => piece.text);
    expect(joined.join('')).toBe(text);
    expect(textPiecesOf('', told)).toEqual([]);
  });
});

describe('the checks on an announcement, for everyone', () => {
  it('[SRC-3] each have an outcome: found, nothing found, or nothing to compare with', () => {
    const state = stateAfter(day());
    const [other, own] = announcementsOf(state, resolved);
    if (own === undefined || other === undefined) throw new Error('no announcements');
    const results = checkResultsOf(own, state, resolved);
    const outcomes = Object.fromEntries(results.map(({ check, outcome }) => [check, outcome]));
    expect(outcomes).toMatchObject({ B: 'nothing', D: 'nothing', M: 'silent', X: 'silent', C: 'silent' });
    expect(results).toHaveLength(10);
    const x = checkResultsOf(other, state, resolved).find(({ check }) => check === 'X');
    expect(x).toMatchObject({ outcome: 'found', findings: [{ areas: ['TT-E'], severity: 'stop' }] });
  });

  it('[SRC-3] compare with what was released before, not with what came later', () => {
    const lower = releasedAt(capital(18, 2), pack, [{ ...east, cutoff: '18:00', turnout: exactly(2000) }]);
    const before = { ...lower, at: capital(12, 1) };
    const outcome = (steps: Step[]) => {
      const state = stateAfter(steps);
      const own = announcementsOf(state, resolved).find(({ announcement }) => announcement.announcementId === 'own');
      if (own === undefined) throw new Error('no announcement');
      return checkResultsOf(own, state, resolved).find(({ check }) => check === 'M')?.outcome;
    };
    expect(outcome([...day(), lower])).toBe('silent');
    expect(outcome([before, ...day()])).toBe('found');
  });

  it('[SRC-3] tell why what they found was taken all the same', () => {
    const step = recordedDayUntil(pack, capital(12, 2), 'a-1200').at(-1);
    if (step?.payload.type !== 'figures.released') throw new Error('no release');
    const override = { check: 'M' as const, area: 'TT-W', reason: 'the source confirms it' };
    const figures = step.payload.figures.map((each) => ({
      ...each,
      revision: { ...each.revision, announcementId: 'own', overrides: each.key.area === 'TT-W' ? [override] : [] },
    }));
    const state = stateAfter([withMore(step, { announcements: [record('own', 'the commission', 1)], figures })]);
    const [own] = announcementsOf(state, resolved);
    const results = own === undefined ? [] : checkResultsOf(own, state, resolved);
    expect(results.find(({ check }) => check === 'M')?.reasons).toEqual([override]);
    expect(results.filter(({ reasons }) => reasons.length > 0)).toHaveLength(1);
  });
});

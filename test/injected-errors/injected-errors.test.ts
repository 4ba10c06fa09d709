import { readFileSync } from 'node:fs';

import { beforeAll, describe, expect, it } from 'vitest';

import { checksPage } from './checks-page.ts';
import { errorKinds } from './error-kinds.ts';
import type { Outcome } from './inject-errors.ts';
import { injectErrors } from './inject-errors.ts';
import type { RecordedElection } from './recorded-steps.ts';
import { recordedElection } from './recorded-steps.ts';

let election: RecordedElection;
let outcomes: readonly Outcome[];

beforeAll(async () => {
  election = await recordedElection('kz-2022-11-20-president');
  outcomes = await injectErrors(election);
});

const of = (kind: string): readonly Outcome[] => outcomes.filter((outcome) => outcome.kind === kind);
const stopped = (some: readonly Outcome[]): number => some.filter(({ caught }) => caught === 'stop').length;
const unsaid = (some: readonly Outcome[]): number => some.filter(({ caught }) => caught === 'nothing').length;

describe('errors put into the recorded day', () => {
  it('[CHK-25] are tried at every cutoff and row', () => {
    const rows = errorKinds.filter(({ id }) => of(id).length > 100);
    expect(rows.length).toBeGreaterThanOrEqual(11);
    expect(errorKinds.filter(({ id }) => of(id).length === 0)).toEqual([]);
    expect(new Set(outcomes.flatMap(({ wrong }) => wrong)).size).toBe(21);
    expect(new Set(outcomes.map(({ cutoff }) => cutoff)).size).toBe(8);
  });

  it.each([
    ['rows-up', 72, 0],
    ['rows-down', 65, 0],
    ['run-together', 8, 0],
    ['lost-digit', 127, 0],
    ['wrong-lower', 84, 49],
    ['wrong-higher', 15, 55],
    ['wrong-second', 41, 68],
    ['wrong-third', 14, 130],
    ['transposed', 71, 17],
    ['transposed-decimals', 14, 109],
    ['next-row', 37, 0],
    ['row-before', 32, 0],
    ['slip', 4, 12],
    ['transposed-count', 7, 0],
    ['other-percent', 6, 0],
    ['mixed', 0, 4],
    ['stale', 2, 0],
  ])('[CHK-25] %s: at least %d are stopped, and at most %d pass without a word', (kind, stops, silences) => {
    expect(stopped(of(kind))).toBeGreaterThanOrEqual(stops);
    expect(unsaid(of(kind))).toBeLessThanOrEqual(silences);
  });

  it('[CHK-25] a lost digit is warned of at the first cutoff and stopped at every later one', () => {
    const [first, later] = [of('lost-digit').filter(({ cutoff }) => cutoff === '10:05'), of('lost-digit')];
    expect(unsaid(first)).toBe(0);
    expect(later.filter(({ cutoff, caught }) => cutoff !== '10:05' && caught !== 'stop')).toEqual([]);
  });

  it('[CHK-25] every error that nothing stops is stopped by X when the true text comes from a second source', () => {
    const needed = outcomes.filter(({ secondSource }) => secondSource !== 'not needed');
    expect(needed.length).toBeGreaterThan(800);
    expect(needed.filter(({ secondSource }) => secondSource !== 'stops')).toEqual([]);
  });

  it('[CHK-26] the page of what the checks catch is up to date: `npm run --silent checks:table > docs/checks.md`', () => {
    const page = readFileSync(new URL('../../docs/checks.md', import.meta.url), 'utf8');
    expect(checksPage(election, outcomes)).toBe(page);
  });
});

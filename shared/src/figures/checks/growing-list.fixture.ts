import type { CheckInput } from './check-input.ts';
import { exactly, recordedPack } from './recorded-input.fixture.ts';

/** The regions and cities of the recorded pack, in the commission's order. */
export const rowAreas: readonly string[] = recordedPack.areas
  .filter(({ kind }) => kind === 'region' || kind === 'city')
  .toSorted((a, b) => a.order - b.order)
  .map(({ id }) => id);

/** Rows read at 12:05 against rows that stood at 10:05, hundredths, in the commission's order. */
export function growingList(before: readonly number[], now: readonly number[]): CheckInput {
  const { electorates } = recordedPack;
  const figures = now.map((value, index) => ({
    area: rowAreas[index] ?? '',
    turnout: exactly(value),
    ballots: null,
    electorate: null,
  }));
  const standing: CheckInput['standing'] = (area, cutoff) => {
    const value = before[rowAreas.indexOf(area)];
    return cutoff === '10:05' && value !== undefined ? { turnout: exactly(value), ballots: null, basis: null } : null;
  };
  return { pack: recordedPack, cutoff: '12:05', figures, standing, electorates };
}

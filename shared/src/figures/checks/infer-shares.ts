/** One cutoff: the turnout of the country and of its parts, hundredths of a percent. */
export interface NationalSum {
  readonly country: number;
  readonly areas: readonly number[];
}

/**
 * How strongly shares are drawn towards equal ones, in squared points of turnout. Between 3 and 100 the figures of the
 * recorded day are foretold equally well.
 */
const ridge = 30;

/**
 * The parts' shares of the country, none negative and together 1, that best explain the national figures seen:
 * ridge regression, Σ(Σ w·p − P)² + ridge·Σ(w − 1/n)², under Σw = 1. A share that would be negative is set to nothing and
 * the others are fitted again. With k cutoffs and n parts the work is k²·n + k³ for each fit, at most n fits.
 * @param seen at least one cutoff, each with the same parts in the same order
 * @returns shares in the order of the parts
 */
export function inferShares(seen: readonly NationalSum[]): number[] {
  const size = seen[0]?.areas.length ?? 0;
  let kept = Array.from({ length: size }, (_, index) => index);
  for (;;) {
    const shares = fitShares(seen, kept);
    const next = kept.filter((_, place) => (shares[place] ?? 0) >= 0);
    if (next.length === kept.length) {
      const all = Array.from({ length: size }, () => 0);
      for (const [place, index] of kept.entries()) all[index] = shares[place] ?? 0;
      return all;
    }
    kept = next;
  }
}

/** The shares of the kept parts, which may be negative: equal ones plus what the national figures ask for. */
function fitShares(seen: readonly NationalSum[], kept: readonly number[]): number[] {
  const equal = 1 / kept.length;
  const rows = seen.map(({ country, areas }) => {
    const points = kept.map((index) => (areas[index] ?? 0) / 100);
    const mean = points.reduce((sum, value) => sum + value, 0) * equal;
    // Without their mean the rows can move shares only among the parts: the sum stays 1.
    return { off: points.map((value) => value - mean), miss: country / 100 - mean };
  });
  const normal = rows.map((row, at) => rows.map((other, to) => dot(row.off, other.off) + (at === to ? ridge : 0)));
  const pull = solve(
    normal,
    rows.map(({ miss }) => miss),
  );
  return kept.map((_, place) =>
    rows.reduce((share, { off }, at) => share + (off[place] ?? 0) * (pull[at] ?? 0), equal),
  );
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

/** Solves a symmetric positive definite system by elimination; the ridge on its diagonal keeps every pivot away from nothing. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  const size = rows.length;
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let pivot = 0; pivot < size; pivot += 1) {
    for (let below = pivot + 1; below < size; below += 1) {
      const factor = at(below, pivot) / at(pivot, pivot);
      rows[below] = (rows[below] ?? []).map((value, column) => value - factor * at(pivot, column));
    }
  }
  const solution = Array.from({ length: size }, () => 0);
  for (let row = size - 1; row >= 0; row -= 1) {
    const known = solution.reduce((sum, value, column) => (column > row ? sum + value * at(row, column) : sum), 0);
    solution[row] = (at(row, size) - known) / at(row, row);
  }
  return solution;
}

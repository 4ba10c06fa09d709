/**
 * The value below which the given share of the sorted sample lies (nearest rank).
 * @param {readonly number[]} values
 * @param {number} share 0 to 1
 */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

/** The middle value; of an even number of values, the mean of the two in the middle. @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return Number.NaN;
  return Number.isInteger(middle)
    ? /** @type {number} */ (sorted[middle - 1] + /** @type {number} */ (sorted[middle])) / 2
    : /** @type {number} */ (sorted[Math.floor(middle)]);
}

/** The middle with the ends of the sample: a ratio is told with the noise it has. @param {readonly number[]} values */
export function spread(values) {
  return { median: median(values), least: Math.min(...values), most: Math.max(...values) };
}

/**
 * The straight line nearest to the points (ordinary least squares), and how much of their spread it explains (0 to 1).
 * @param {readonly (readonly [number, number])[]} points
 */
export function leastSquares(points) {
  const mean = (/** @type {readonly number[]} */ values) => values.reduce((sum, each) => sum + each, 0) / values.length;
  const [meanX, meanY] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const sumOf = (/** @type {(x: number, y: number) => number} */ of) =>
    points.reduce((sum, [x, y]) => sum + of(x - meanX, y - meanY), 0);
  const slope = sumOf((x, y) => x * y) / sumOf((x) => x * x);
  const intercept = meanY - slope * meanX;
  return { slope, intercept, r2: 1 - sumOf((x, y) => (y - slope * x) ** 2) / sumOf((_, y) => y * y) };
}

/** Numbers in [0, 1) that are the same in every run, so that both arms get the same load (mulberry32). @param {number} seed */
export function seededRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

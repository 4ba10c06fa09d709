/**
 * One line of the outcome.
 * @typedef {object} Row
 * @property {string} name
 * @property {string} unit of `ours` and `peer`
 * @property {Spread} ours
 * @property {Spread | null} peer null where nothing of the kind is sold: then the goal is on our own figure
 * @property {Spread | null} ratio ours ÷ peer, paired inside each round
 * @property {{ratio?: Bound, ours?: Bound} | null} goal null for what is told without being aimed at
 * @property {string | null} void why the figures do not count
 * @property {string | null} [busy] what else the machine was doing
 */
/** @typedef {{median: number, least: number, most: number}} Spread */
/** @typedef {{atLeast?: number, atMost?: number}} Bound */

/**
 * A busy machine spoils a ratio either way; a time it can only lengthen, so that one within its goal counts all the same.
 * @param {Row} row @returns {'met' | 'not met' | 'void' | '–'}
 */
export function verdictOf(row) {
  const { goal, busy = null } = row;
  if (row.void !== null) return 'void';
  if (goal === null) return busy === null ? '–' : 'void';
  const meets = within(goal.ratio, row.ratio) && within(goal.ours, row.ours);
  const onlyTimes = goal.ratio === undefined && goal.ours?.atLeast === undefined;
  if (busy !== null && !(onlyTimes && meets)) return 'void';
  return meets ? 'met' : 'not met';
}

/** @param {Bound | undefined} bound @param {Spread | null} value */
function within(bound, value) {
  if (bound === undefined) return true;
  const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = bound;
  return value !== null && value.median >= atLeast && value.median <= atMost;
}

/** @param {readonly Row[]} rows @param {(line: string) => void} say */
export function printTable(rows, say) {
  const header = ['name', 'ours', 'peer', 'ratio', 'goal', ''];
  const cells = rows.map((row) => [
    row.name,
    `${told(row.ours)} ${row.unit}`,
    row.peer === null ? '–' : `${told(row.peer)} ${row.unit}`,
    row.ratio === null ? '–' : told(row.ratio),
    goalOf(row),
    verdictOf(row),
  ]);
  const widths = header.map((title, column) => Math.max(title.length, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (/** @type {readonly string[]} */ row) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ');
  say('');
  say(line(header));
  say(widths.map((width) => '-'.repeat(width)).join('-|-'));
  for (const row of cells) say(line(row));
  const reasons = rows.flatMap(({ name, void: reason, busy = null }) =>
    [reason, busy].flatMap((why) => (why === null ? [] : [`void: ${name.split(' ')[0]}: ${why}`])),
  );
  for (const reason of new Set(reasons)) say(reason);
  say('');
}

/** The middle, and the ends where they differ from it: `1.07 (1.05–1.11)`. @param {Spread} value */
function told({ median, least, most }) {
  return least === most ? round(median) : `${round(median)} (${round(least)}–${round(most)})`;
}

/** Three digits that count. @param {number} value */
function round(value) {
  if (!Number.isFinite(value)) return String(value);
  return value >= 100
    ? value.toFixed(0)
    : value >= 10
      ? value.toFixed(1)
      : value >= 0.1
        ? value.toFixed(2)
        : value.toFixed(3);
}

/** @param {Row} row */
function goalOf({ goal, unit }) {
  if (goal === null) return '';
  const one = (/** @type {Bound | undefined} */ bound, /** @type {string} */ after) =>
    bound === undefined
      ? []
      : [
          ...(bound.atLeast === undefined ? [] : [`≥ ${bound.atLeast}${after}`]),
          ...(bound.atMost === undefined ? [] : [`≤ ${bound.atMost}${after}`]),
        ];
  return [...one(goal.ratio, ' ×'), ...one(goal.ours, ` ${unit}`)].join(', ');
}

import type { TimeRead } from './time-read.ts';
import type { Reading } from './reading.ts';
import type { Statement } from './statement.ts';
import type { Item } from './statement-items.ts';

/** The hours of one sentence, worked out once for all its numbers. */
export interface StatementHours {
  /** By number, where the order of hours and numbers tells. */
  readonly inOrder: ReadonlyMap<Item, TimeRead>;
  /** Brackets that hold an hour and its numbers: «(на 10:05 – 25,64)» says nothing of what stands outside. */
  readonly inner: ReadonlySet<number>;
  /** «выросла с X на 14:05 до Y»: hours of the number right before them alone. */
  readonly starts: ReadonlySet<TimeRead>;
}

export function hoursOf(statement: Statement): StatementHours {
  const told = new Set(statement.items.filter(({ type }) => type !== 'area').map(({ bracket }) => bracket));
  const inner = new Set(
    statement.times.map(({ bracket }) => bracket).filter((bracket) => bracket > 0 && told.has(bracket)),
  );
  const starts = hoursOfStarts(statement);
  const own = new Set(starts.values());
  const rest = {
    ...statement,
    items: statement.items.filter((item) => !starts.has(item)),
    times: statement.times.filter(({ time }) => !own.has(time)),
  };
  return { inner, starts: own, inOrder: new Map([...hoursInOrder(rest, inner), ...starts]) };
}

function hoursOfStarts({ items, times }: Statement): ReadonlyMap<Item, TimeRead> {
  const hours = new Map<Item, TimeRead>();
  for (const [index, item] of items.entries()) {
    if (item.type !== 'quantity' || !item.movesFrom || items[index + 1]?.type !== 'quantity') continue;
    const hour = times.find(({ time }) => time.role !== 'plain' && time.from >= item.to && time.from <= item.to + 1);
    if (hour !== undefined) hours.set(item, hour.time);
  }
  return hours;
}

/**
 * Several hours and several numbers in one sentence: hours that come before all numbers are taken in order, and else each
 * number has the hour on its own side: after it when the sentence begins with a number and ends with an hour. Empty where
 * the order does not tell.
 */
function hoursInOrder(statement: Statement, inner: ReadonlySet<number>): ReadonlyMap<Item, TimeRead> {
  const hours = new Map<Item, TimeRead>();
  const items = statement.items.filter(({ bracket }) => !inner.has(bracket));
  const times = statement.times.filter(({ bracket }) => !inner.has(bracket));
  const numbers = items.filter(
    (item) => item.type === 'count' || (item.type === 'quantity' && item.leftAlone === null),
  );
  const all = times.map(({ time }) => time).filter(({ role }) => role !== 'plain');
  const [first, last] = [numbers[0], numbers.at(-1)];
  const [early, late] = [all[0], all.at(-1)];
  if (all.length < 2 || numbers.length < 2 || first === undefined || last === undefined) return hours;
  if (early === undefined || late === undefined) return hours;
  const apart = late.from < first.from || early.from > last.from;
  const after = first.from < early.from && late.from > last.from;
  const before = early.from < first.from && late.from < last.from;
  if ((apart && all.length !== numbers.length) || (!apart && !after && !before)) return hours;
  for (const [index, item] of numbers.entries()) {
    const hour = apart
      ? all[index]
      : after
        ? all.find(({ from }) => from > item.from)
        : all.findLast(({ from }) => from < item.from);
    if (hour !== undefined) hours.set(item, hour);
  }
  return hours;
}

/** «Выросла по сравнению с 16:05 на … и составила 67,85 %»: the hour compared with is only of a number right behind it. */
function isComparedHour({ compared, items }: Statement, time: TimeRead, item: Item): boolean {
  if (item.from < time.from || item.from <= time.to + 1) return false;
  return compared.some(
    (at) => at < time.from && time.from - at <= 4 && !items.some(({ from }) => from > at && from < time.from),
  );
}

/** «(59,61 %, на 18:05 – 57,4 %)»: the hour in the brackets is that of the number behind it. */
function isOfLater({ items }: Statement, hour: TimeRead | undefined, { bracket }: Item): boolean {
  if (hour === undefined || bracket === 0) return false;
  return items.some((other) => other.type === 'quantity' && other.bracket === bracket && other.from > hour.from);
}

/** The hour that one number of a sentence is said of, or null when the sentence names none for it. */
export function timeFor(statement: Statement, { inOrder, inner, starts }: StatementHours, item: Item): TimeRead | null {
  const ordered = inOrder.get(item);
  if (ordered !== undefined) return ordered;
  const usable = statement.times.filter(
    ({ time, bracket }) =>
      time.role !== 'plain' &&
      !starts.has(time) &&
      !isComparedHour(statement, time, item) &&
      (inner.has(item.bracket) ? bracket === item.bracket : !inner.has(bracket)),
  );
  const before = usable.findLast(({ time }) => time.from < item.from);
  const same = usable.find(
    ({ time, clause }) =>
      clause === item.clause &&
      time.from > item.from &&
      !statement.compared.some((place) => place > item.from && place < time.from),
  );
  if (before !== undefined && (before.clause === item.clause || same === undefined)) return before.time;
  if (before === undefined && same === undefined && isOfLater(statement, usable[0]?.time, item)) {
    const outer = statement.times.filter(({ time, bracket }) => time.role !== 'plain' && !inner.has(bracket));
    return (outer.findLast(({ time }) => time.from < item.from) ?? outer[0])?.time ?? null;
  }
  // «больше, чем на 18:00»: that time holds for what follows it only.
  const first = usable[0];
  // «больше, чем в … (27 %), на 18:00» names the hour of both.
  const contrasted =
    first !== undefined &&
    statement.compared.some((place) => place < first.time.from && place > item.from) &&
    !statement.items.some(
      ({ type, from }) =>
        type === 'area' && from < first.time.from && statement.compared.some((at) => at < from && at > item.from),
    );
  return (same ?? (contrasted ? undefined : first))?.time ?? null;
}

/** The two cutoffs that a sentence names, the earlier first, or null when it does not name exactly two. */
export function twoHoursOf({ times }: Statement, { isCutoff }: Reading): [TimeRead, TimeRead] | null {
  const named = times.map(({ time }) => time).filter(({ role, time }) => role !== 'plain' && isCutoff(time));
  const [early, late] = named.toSorted((a, b) => (a.time < b.time ? -1 : 1));
  return named.length === 2 && early !== undefined && late !== undefined && early.time !== late.time
    ? [early, late]
    : null;
}

/** The hour right behind a number: «до Y с X в 16:05». */
export function hourBehind({ times }: Statement, start: Item | null): TimeRead | null {
  const hour = times.find(({ time }) => start !== null && time.from >= start.to && time.from <= start.to + 2);
  return hour === undefined || hour.time.role === 'plain' ? null : hour.time;
}

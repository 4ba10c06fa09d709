/**
 * `next`, but with every part that equals its counterpart in `previous` replaced by that counterpart: what did not
 * change keeps its identity, so what shows it is not drawn again. Plain data only (objects, arrays, primitives).
 */
export function keepSame<Value>(previous: unknown, next: Value): Value {
  return kept(previous, next) as Value;
}

function kept(previous: unknown, next: unknown): unknown {
  if (Object.is(previous, next)) return previous;
  if (previous === null || next === null || typeof previous !== 'object' || typeof next !== 'object') return next;
  if (Array.isArray(previous) !== Array.isArray(next)) return next;
  return Array.isArray(next)
    ? keptArray(previous as readonly unknown[], next)
    : keptRecord(previous as Record<string, unknown>, next as Record<string, unknown>);
}

function keptArray(previous: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const items = next.map((item, index) => kept(previous[index], item));
  const isSame = items.length === previous.length && items.every((item, index) => Object.is(item, previous[index]));
  return isSame ? previous : items;
}

function keptRecord(previous: Record<string, unknown>, next: Record<string, unknown>): Record<string, unknown> {
  const fields = Object.entries(next).map(([key, field]) => [key, kept(previous[key], field)] as const);
  const isSame =
    fields.length === Object.keys(previous).length &&
    fields.every(([key, field]) => key in previous && Object.is(field, previous[key]));
  return isSame ? previous : Object.fromEntries(fields);
}

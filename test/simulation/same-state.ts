/**
 * Whether two plain values are deeply equal. What was found equal once is known by identity: folds keep what an entry
 * does not touch, so of two states that were equal before only the new parts are compared.
 */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  if (equals.get(a) === b) return true;
  const keys = Object.keys(a);
  const equal =
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]));
  if (equal) equals.set(a, b);
  return equal;
}

const equals = new WeakMap<object, object>();

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

import type { PackPath } from './pack-problem.ts';

/** Calls `visit` with every value inside a JSON value, itself first, and the way to it. */
export function walkJson(value: unknown, visit: (value: unknown, path: PackPath) => void, path: PackPath = []): void {
  visit(value, path);
  if (Array.isArray(value)) value.forEach((item, index) => walkJson(item, visit, [...path, index]));
  else if (value !== null && typeof value === 'object')
    for (const [key, item] of Object.entries(value)) walkJson(item, visit, [...path, key]);
}

/** The value at the end of a path, or undefined where the path leads nowhere. */
export function valueAt(value: unknown, path: PackPath): unknown {
  let at = value;
  for (const step of path) {
    if (at === null || typeof at !== 'object' || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}

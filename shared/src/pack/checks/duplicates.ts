/** The places, after the first, at which a key comes again, each with the place it came first. */
export function duplicates<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): { key: string; index: number; first: number }[] {
  const firstOf = new Map<string, number>();
  return items.flatMap((item, index) => {
    const key = keyOf(item);
    const first = firstOf.get(key);
    if (first !== undefined) return [{ key, index, first }];
    firstOf.set(key, index);
    return [];
  });
}

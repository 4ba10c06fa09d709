/** A group is left out of counts and bars when other groups make it up: it would be told twice. */
export function isMadeOfOthers(
  target: string,
  groups: readonly { readonly id: string; readonly areas: readonly string[] }[],
): boolean {
  const own = groups.find((group) => group.id === target);
  if (own === undefined) return false;
  return groups.some(
    (other) =>
      other.id !== target &&
      other.areas.length < own.areas.length &&
      other.areas.every((area) => own.areas.includes(area)),
  );
}

/** A label that wants to stand at `wanted` and is `size` high. */
export interface LabelPlace {
  readonly id: string;
  readonly wanted: number;
}

/**
 * Moves labels apart so that none is nearer than `gap` to the next and all lie within the bounds, keeping their order
 * and moving each as little as that allows.
 * @returns the place of each label, by id
 */
export function spreadLabels(
  labels: readonly LabelPlace[],
  gap: number,
  bounds: { readonly top: number; readonly bottom: number },
): Map<string, number> {
  const sorted = labels.toSorted((a, b) => a.wanted - b.wanted || (a.id < b.id ? -1 : 1));
  const places: number[] = [];
  for (const label of sorted) {
    const above = places.at(-1);
    places.push(Math.max(label.wanted, bounds.top, above === undefined ? bounds.top : above + gap));
  }
  let below = bounds.bottom + gap;
  for (let index = places.length - 1; index >= 0; index -= 1) {
    below = Math.min(places[index] ?? below, below - gap);
    places[index] = below;
  }
  return new Map(sorted.map((label, index) => [label.id, places[index] ?? label.wanted]));
}

/** What happened in a run; a run that tried nothing proves nothing. */
export const deeds = [
  'commands accepted',
  'commands refused',
  'commands sent again',
  'commands answered as before',
  'head moved',
  'store failures',
  'figures entered',
  'figures refined',
  'figures corrected',
  'figures confirmed',
  'withholdings',
  'embargoes ended',
  'dispatches released',
  'logs swapped',
  'nodes stopped',
  'nodes killed',
  'followings broken',
  'lines broken',
  'lines silent',
  'lines stalled',
  'pages offline',
  'tokens revoked',
  'deltas sent',
  'packets dropped',
  'packets repeated',
  'joins',
  'snapshots fetched',
  'places shown',
  'public bodies searched',
  'unreleased figures hidden',
  'figures shown to the public',
] as const;
export type Deed = (typeof deeds)[number];

export class Tally {
  readonly #counts = new Map<Deed, number>();

  add(deed: Deed, times = 1): void {
    this.#counts.set(deed, (this.#counts.get(deed) ?? 0) + times);
  }

  addAll(other: Tally): void {
    for (const deed of deeds) this.add(deed, other.of(deed));
  }

  of(deed: Deed): number {
    return this.#counts.get(deed) ?? 0;
  }

  /** What never happened. */
  missing(): Deed[] {
    return deeds.filter((deed) => this.of(deed) === 0);
  }

  toString(): string {
    return deeds.map((deed) => `${deed}: ${String(this.of(deed))}`).join(', ');
  }
}

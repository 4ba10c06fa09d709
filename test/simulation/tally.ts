import { correctionKinds } from '@yavka/shared/figures/figure';
import type { Command } from '@yavka/shared/log/command';
import { commandSchema } from '@yavka/shared/log/command';

/** Every type of command that there is, so that a new one is missed here until somebody in the runs wishes for it. */
export const commandTypes: readonly Command['type'][] = commandSchema.def.options.flatMap(
  ({ shape }) => shape.type.def.values,
);

const targets = ['figure', 'announcement', 'desk'] as const;

/** What must happen in every single run: one without it proves nothing. */
export const deedsOfEveryRun = [
  'commands accepted',
  'deltas sent',
  'joins',
  'snapshots fetched',
  'places shown',
  'places deleted and compared',
  'public bodies searched',
] as const;

/** What happened in a run; a run that tried nothing proves nothing. */
const deedsOfAllRuns = [
  'commands refused',
  'commands sent again',
  'commands answered as before',
  'commands refused for their token',
  'head moved',
  'store failures',
  'nodes cut off from the store',
  'nodes with another time',
  'clocks moved',
  'third nodes',
  'figures entered',
  'figures refined',
  'figures confirmed',
  'figures overridden',
  'electorates corrected to',
  'figures contradicted',
  'contradictions shown to the public',
  'embargoes ended',
  'dispatches answered',
  'dispatches released',
  'dispatches erased before their release',
  'dispatches erased after their release',
  'logs swapped',
  'nodes stopped',
  'nodes killed',
  'followings broken',
  'lines broken',
  'lines silent',
  'lines stalled',
  'deltas kept from slow readers',
  'slow readers told to fetch',
  'pages offline',
  'reads refused',
  'reads left hanging',
  'places shown while no read succeeds',
  'desks signed out',
  'desks signed in',
  'scopes changed',
  'tokens revoked',
  'packets dropped',
  'packets repeated',
  'packets overtaken',
  'joins on a joined socket',
  'joins in one breath',
  'audiences changed on a socket',
  'deltas after joins checked',
  'compressed bodies searched',
  'snapshots at fixed addresses searched',
  'ranges of entries searched',
  'embeds searched',
  'unreleased figures hidden',
  'figures shown to the public',
] as const;

export type Deed =
  | (typeof deedsOfEveryRun)[number]
  | (typeof deedsOfAllRuns)[number]
  | `${Command['type']} ${'accepted' | 'refused'}`
  | `corrected: ${(typeof correctionKinds)[number]}`
  | `withheld: ${(typeof targets)[number]}, ${'hold' | 'embargo'}`;

export const deeds: readonly Deed[] = [
  ...deedsOfEveryRun,
  ...deedsOfAllRuns,
  ...commandTypes.flatMap((type) => [`${type} accepted`, `${type} refused`] as const),
  ...correctionKinds.map((kind) => `corrected: ${kind}` as const),
  ...targets.flatMap((target) => [`withheld: ${target}, hold`, `withheld: ${target}, embargo`] as const),
];

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
  missing(of: readonly Deed[] = deeds): Deed[] {
    return of.filter((deed) => this.of(deed) === 0);
  }

  toString(): string {
    return deeds.map((deed) => `${deed}: ${String(this.of(deed))}`).join('\n');
  }
}

import { embedKinds } from '@yavka/shared/embeds/embed-request';
import { boardPages } from '@yavka/shared/protocol/board-address';
import type { Page } from '@playwright/test';

import type { RecordedElection } from '../e2e/recorded-election.ts';

/** A page that is taken pictures of. */
export interface StillPage {
  readonly name: string;
  readonly path: (election: RecordedElection) => string;
  readonly search?: Readonly<Record<string, string>>;
  /** Wide and high, one for each picture. */
  readonly sizes: readonly (readonly [number, number])[];
  /** There once everything that is fetched behind the first view has been drawn. */
  readonly wholeWith: readonly string[];
  readonly media?: Parameters<Page['emulateMedia']>[0];
  /** The window alone: such a page has no more than its screen. */
  readonly isScreen?: true;
  /** In somebody else's page, where a narrow place is no phone. */
  readonly isFramed?: true;
}

const boardSizes = [
  [390, 844],
  [1440, 900],
  [1920, 1080],
] as const;
const chart = '.recharts-surface';
const area = '.plate [data-area]';
const first = {
  path: () => '/',
  sizes: boardSizes,
  wholeWith: ['#ledger', '#regions', area, chart],
} as const;
const inside = '.page-body h2';

/** A region where people vote an hour longer: its page has the most to tell. */
function lateRegion({ pack }: RecordedElection): string {
  return pack.groups[0]?.areas[0] ?? '';
}

/** Every page that has pictures. */
export const stillPages: readonly StillPage[] = [
  { name: 'first', ...first },
  // The pictures that a page of that width does not begin with.
  { name: 'first-map', ...first, search: { view: 'map' }, sizes: [[390, 844]] },
  { name: 'first-tiles', ...first, search: { view: 'tiles' }, sizes: [[1440, 900]] },
  {
    name: 'first-table',
    ...first,
    search: { view: 'table' },
    sizes: boardSizes,
    wholeWith: [...first.wholeWith.filter((each) => each !== area), '.figures-table'],
  },
  ...boardPages
    .filter((page) => page !== 'now')
    .map((name) => ({
      name,
      path: () => `/${name}`,
      sizes: boardSizes,
      wholeWith: name === 'day' ? [inside, chart] : [inside],
    })),
  {
    name: 'region',
    path: (election) => `/regions/${lateRegion(election)}`,
    sizes: boardSizes,
    wholeWith: [inside, chart],
  },
  ...embedKinds.map((kind) => ({
    name: `embed-${kind}`,
    path: () => `/embed/${kind}`,
    sizes: [
      [260, 400],
      [600, 700],
      [1200, 900],
    ] as const,
    wholeWith: ['.plate-foot'],
    isFramed: true as const,
  })),
  // A sheet of A4 at the pixels of a style sheet, without its margins.
  { name: 'print', ...first, sizes: [[794, 1123]], media: { media: 'print' } },
  { name: 'forced-colors', ...first, media: { forcedColors: 'active' } },
  ...['national', 'map'].map((scene) => ({
    name: `studio-${scene}`,
    path: () => '/studio',
    search: { scene },
    sizes: [[1920, 1080]] as const,
    wholeWith: ['.scene'],
    isScreen: true as const,
  })),
];

import { fetched } from '../ui/fetched.ts';
import { withTheRest } from './with-the-rest.ts';

/**
 * What a reader does not need for the number, the map and the lamps: fetched behind them, so that they do not wait for
 * it, and before it is asked for, so that it opens with the link down too.
 */
export const NowReading = fetched(async () => (await withTheRest(() => import('./NowReading.tsx'))).NowReading);
export const NowRegions = fetched(async () => (await withTheRest(() => import('./NowRegions.tsx'))).NowRegions);
export const ProvenancePanel = fetched(
  async () => (await withTheRest(() => import('./ProvenancePanel.tsx'))).ProvenancePanel,
);
export const FiguresTable = fetched(async () => (await withTheRest(() => import('./FiguresTable.tsx'))).FiguresTable);
export const TileGrid = fetched(async () => (await withTheRest(() => import('../map/TileGrid.tsx'))).TileGrid);
export const MomentMissing = fetched(
  async () => (await withTheRest(() => import('./MomentMissing.tsx'))).MomentMissing,
);
export const TakePlate = fetched(async () => (await withTheRest(() => import('./TakePlate.tsx'))).TakePlate);
export const PlateKey = fetched(async () => (await withTheRest(() => import('./PlateKey.tsx'))).PlateKey);
export const ReplayPanel = fetched(async () => (await withTheRest(() => import('./ReplayPanel.tsx'))).ReplayPanel);

const parts = [
  ...[NowReading, NowRegions, ProvenancePanel, FiguresTable, TileGrid],
  ...[MomentMissing, TakePlate, PlateKey, ReplayPanel],
] as const;

/** Fetches all of them. Never rejects: what does not come is asked for again when it is drawn. */
export async function fetchParts(): Promise<void> {
  await Promise.allSettled(parts.map(async (part) => part.fetch()));
}

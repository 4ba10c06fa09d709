import type { ResolvedPack } from './pack.ts';

/** What of an election tells its capital’s time. */
export type Zoned = Pick<ResolvedPack, 'zoneOffsets'> & { readonly pack: Pick<ResolvedPack['pack'], 'capital'> };

/** Minutes east of UTC of the capital's time, on the election's day. */
export function capitalOffsetOf({ pack, zoneOffsets }: Zoned): number {
  return zoneOffsets[pack.capital.zone] ?? 0;
}

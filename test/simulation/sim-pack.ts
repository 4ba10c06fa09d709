import { loadPack } from '@yavka/server/packs/load-pack';
import { resolvePack } from '@yavka/server/packs/resolve-pack';
import { canonicalJson, sha256Hex } from '@yavka/shared/log/seal';
import type { ElectionPack, ResolvedPack } from '@yavka/shared/pack/pack';

const moreRegions = 5;
/** Room for counts of nine digits. */
const everybody = 999_999_999;

/** The tests' election, with more regions and electorates that leave room for unique counts. */
export async function simPack(): Promise<ResolvedPack> {
  const { resolved } = await loadPack('test-two-zones');
  const { pack } = resolved;
  const pattern = pack.areas.find((area) => area.kind === 'region');
  const electorate = pack.electorates[0];
  if (pattern === undefined || electorate === undefined) throw new Error('the pattern pack has no region');
  const areas = [
    ...pack.areas,
    ...Array.from({ length: moreRegions }, (_, index) => ({
      ...pattern,
      id: `${pattern.id}${String(index)}`,
      order: pack.areas.length + index,
    })),
  ];
  const larger: ElectionPack = {
    ...pack,
    areas,
    electorates: areas.map((area) => ({
      ...electorate,
      id: `all-${area.id}`,
      area: area.id,
      value: everybody,
    })),
    cutoffs: pack.cutoffs.map((cutoff) => ({ ...cutoff, basis: null })),
    recordedDay: null,
    geometry: null,
  };
  return resolvePack(larger, sha256Hex(canonicalJson(larger)), null);
}

import { canonicalJson, sha256Hex } from '@yavka/shared/log/seal';
import { assemblePack } from '@yavka/shared/pack/assemble-pack';
import { checkPack } from '@yavka/shared/pack/check-pack';
import type { ResolvedPack } from '@yavka/shared/pack/pack';
import { packFileNames } from '@yavka/shared/pack/pack-files';
import { packProblem } from '@yavka/shared/pack/pack-problem';

import { PackRefused } from './pack-refused.ts';
import { ownPacksDir, readPackFolder } from './read-pack-folder.ts';
import { resolvePack } from './resolve-pack.ts';
import { zoneDisagreements } from './zone-disagreements.ts';

/** The map as it is sent: its address names its contents, so it may be cached for ever. */
export interface PackGeometry {
  readonly path: string;
  readonly body: string;
  readonly etag: string;
}

export interface LoadedPack {
  readonly resolved: ResolvedPack;
  readonly geometry: PackGeometry | null;
  /** Sentences for the log: where the machine's zone tables and the pack disagree. */
  readonly warnings: readonly string[];
}

function geometryOf(text: string): PackGeometry {
  const hash = sha256Hex(text);
  return { path: `/api/v1/geometry/${hash}.json`, body: text, etag: `"${hash}"` };
}

/**
 * Reads, checks and resolves an election pack.
 *
 * @param packId the name of its folder, which is also its id
 * @param packsDir the folder of packs; the product's own when left out
 * @throws PackRefused with every problem, when the pack is not there or does not fit together
 */
export async function loadPack(packId: string, packsDir: string = ownPacksDir()): Promise<LoadedPack> {
  const { texts, files, problems: unread } = await readPackFolder(packId, packsDir);
  if (unread.length > 0) throw new PackRefused(packId, unread);
  const problems = checkPack(files);
  if (problems.length > 0) throw new PackRefused(packId, problems);
  const pack = assemblePack(files);
  if (pack.id !== packId) {
    throw new PackRefused(packId, [
      packProblem(packFileNames.pack, ['id'], `The pack calls itself ${pack.id}, its folder is ${packId}.`),
    ]);
  }
  const topology = pack.geometry === null ? undefined : texts[pack.geometry.file];
  const geometry = topology === undefined ? null : geometryOf(topology);
  const packHash = sha256Hex(canonicalJson(pack));
  return { resolved: resolvePack(pack, packHash, geometry?.path ?? null), geometry, warnings: zoneDisagreements(pack) };
}

import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

import { packFileNames } from '@yavka/shared/pack/pack-files';
import type { PackProblem } from '@yavka/shared/pack/pack-problem';
import { packProblem } from '@yavka/shared/pack/pack-problem';

/** The JSON files of a pack's folder: as text, and parsed. */
export interface PackFolder {
  readonly texts: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, unknown>>;
  readonly problems: readonly PackProblem[];
}

/** Where the packs of this product are, wherever its shared package is installed. */
export function ownPacksDir(): string {
  const { resolve } = createRequire(import.meta.url);
  return path.resolve(path.dirname(resolve('@yavka/shared/packs/README.md')));
}

async function packsIn(packsDir: string): Promise<string[]> {
  const items = await readdir(packsDir, { withFileTypes: true });
  return items.flatMap((item) => (item.isDirectory() ? [item.name] : [])).sort();
}

/** Reads the folder of one pack. A folder that is not there, or a file that is no JSON, is told as a problem. */
export async function readPackFolder(packId: string, packsDir: string): Promise<PackFolder> {
  const known = await packsIn(packsDir);
  if (!known.includes(packId)) {
    const reason = `There is no such pack. There are: ${known.join(', ')}.`;
    return { texts: {}, files: {}, problems: [packProblem(packFileNames.pack, [], reason)] };
  }
  const names = (await readdir(path.join(packsDir, packId))).filter((name) => name.endsWith('.json')).sort();
  const texts: Record<string, string> = {};
  const files: Record<string, unknown> = {};
  const problems: PackProblem[] = [];
  for (const name of names) {
    const text = await readFile(path.join(packsDir, packId, name), 'utf8');
    texts[name] = text;
    try {
      files[name] = JSON.parse(text);
    } catch (error) {
      problems.push(
        packProblem(name, [], `The file is no JSON: ${error instanceof Error ? error.message : String(error)}.`),
      );
    }
  }
  return { texts, files, problems };
}

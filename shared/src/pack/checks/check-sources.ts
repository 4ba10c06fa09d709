import type { ElectionPack } from '../pack.ts';
import type { PackProblem } from '../pack-problem.ts';
import { packProblem } from '../pack-problem.ts';
import type { PackFiles } from '../pack-files.ts';
import { packFileNames } from '../pack-files.ts';
import { walkJson } from '../walk-json.ts';

/** Every `source` and every one of `sources` anywhere in the pack is in the list of sources. */
export function checkSources(pack: ElectionPack, files: PackFiles): PackProblem[] {
  return [packFileNames.pack, packFileNames.earlierVotes, packFileNames.recordedDay].flatMap((file) => {
    const problems: PackProblem[] = [];
    walkJson(files[file], (value, path) => {
      const isCited = path.at(-1) === 'source' || path.at(-2) === 'sources';
      if (isCited && typeof value === 'string' && !Object.hasOwn(pack.sources, value)) {
        problems.push(packProblem(file, path, `No source is called ${value}.`));
      }
    });
    return problems;
  });
}

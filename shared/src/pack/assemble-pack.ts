import type { ElectionPack } from './pack.ts';
import type { PackFiles } from './pack-files.ts';
import { readPackFiles } from './pack-files.ts';

/**
 * One pack out of the files of its folder. Looks at shapes only; whether the parts fit each other is for `checkPack`.
 * @throws Error naming every file and place whose shape is wrong
 */
export function assemblePack(files: PackFiles): ElectionPack {
  const { value, problems } = readPackFiles(files);
  if (value === null) {
    throw new Error(problems.map(({ file, path, reason }) => `${file} ${path}: ${reason}`).join('\n'));
  }
  return value;
}

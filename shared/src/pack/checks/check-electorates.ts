import { localDays } from '../local-time.ts';
import type { ElectionPack } from '../pack.ts';
import type { PackProblem } from '../pack-problem.ts';
import { packProblem } from '../pack-problem.ts';
import { packFileNames } from '../pack-files.ts';
import { duplicates } from './duplicates.ts';

const file = packFileNames.pack;

/** Electorate versions: of areas that exist, and a part never larger than every version of the whole. */
export function checkElectorates(pack: ElectionPack): PackProblem[] {
  const areas = new Set(pack.areas.map(({ id }) => id));
  const problems: PackProblem[] = [];
  const whole = Math.max(0, ...pack.electorates.filter(({ area }) => area === pack.root).map(({ value }) => value));
  for (const { key, index } of duplicates(pack.electorates, ({ id }) => id)) {
    problems.push(packProblem(file, ['electorates', index, 'id'], `The electorate version ${key} is there already.`));
  }
  pack.electorates.forEach((version, index) => {
    const at = (field: string, reason: string) =>
      problems.push(packProblem(file, ['electorates', index, field], reason));
    if (!areas.has(version.area)) at('area', `No area is called ${version.area}.`);
    if (localDays(version.asOf) === null) at('asOf', `There is no day ${version.asOf}.`);
    if (whole > 0 && version.value > whole) at('value', `${version.area} has more voters than the whole country has.`);
  });
  return problems;
}

import { checkAreaPlaces } from './checks/check-area-places.ts';
import { checkAreaTree } from './checks/check-area-tree.ts';
import { checkCutoffs } from './checks/check-cutoffs.ts';
import { checkAreaChanges, checkEarlierVotes } from './checks/check-earlier-votes.ts';
import { checkElectorates } from './checks/check-electorates.ts';
import { checkGeometry } from './checks/check-geometry.ts';
import { checkRecordedDay } from './checks/check-recorded-day.ts';
import { checkScale } from './checks/check-scale.ts';
import { checkSources } from './checks/check-sources.ts';
import { checkSpellings } from './checks/check-spellings.ts';
import { checkStations } from './checks/check-stations.ts';
import { checkWords } from './checks/check-words.ts';
import { checkZones } from './checks/check-zones.ts';
import type { PackFiles } from './pack-files.ts';
import { packFileNames, readPackFiles } from './pack-files.ts';
import type { PackProblem } from './pack-problem.ts';
import { packProblem } from './pack-problem.ts';

/**
 * Everything that does not fit in an election pack, each with its file, its place and a reason; empty when the pack is
 * sound. Shapes come first: where one is wrong, whether the parts fit each other is not looked at yet.
 */
export function checkPack(files: PackFiles): PackProblem[] {
  const { value: pack, problems } = readPackFiles(files);
  if (pack === null) return [...problems];
  const known = new Set<string>([
    ...Object.values(packFileNames),
    ...(pack.geometry === null ? [] : [pack.geometry.file]),
  ]);
  return [
    ...Object.keys(files)
      .filter((file) => !known.has(file))
      .map((file) => packProblem(file, [], 'No part of the pack is kept under this name.')),
    ...checkAreaTree(pack),
    ...checkAreaPlaces(pack),
    ...checkZones(pack),
    ...checkCutoffs(pack),
    ...checkElectorates(pack),
    ...checkScale(pack),
    ...checkStations(pack),
    ...checkAreaChanges(pack),
    ...checkEarlierVotes(pack),
    ...checkRecordedDay(pack),
    ...checkSpellings(pack),
    ...checkGeometry(pack, files),
    ...checkSources(pack, files),
    ...checkWords(files),
  ];
}

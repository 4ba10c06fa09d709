import type { ElectionPack } from '../pack.ts';
import type { PackProblem } from '../pack-problem.ts';
import { packProblem } from '../pack-problem.ts';
import { packFileNames } from '../pack-files.ts';
import { duplicates } from './duplicates.ts';

const file = packFileNames.pack;
const longestAbbreviation = 8;

/** Where areas are drawn: label points on the globe, one tile each, abbreviations that fit a tile. */
export function checkAreaPlaces(pack: ElectionPack): PackProblem[] {
  const problems: PackProblem[] = [];
  const tiled = pack.areas.flatMap((area, index) => (area.tile === null ? [] : [{ index, tile: area.tile }]));
  for (const { key, index } of duplicates(tiled, ({ tile }) => tile.join(','))) {
    problems.push(
      packProblem(file, ['areas', tiled[index]?.index ?? 0, 'tile'], `The tile ${key} is taken by another area.`),
    );
  }
  pack.areas.forEach((area, index) => {
    const at = (field: string, reason: string) => problems.push(packProblem(file, ['areas', index, field], reason));
    const isDrawn = area.kind === 'region' || area.kind === 'city';
    if (area.tile !== null && area.tile.some((place) => place < 0)) at('tile', 'Columns and rows count from 0.');
    if (isDrawn && area.tile === null && tiled.length > 0)
      at('tile', `The other areas have tiles: ${area.id} would be missing from the grid.`);
    if (isDrawn && area.labelPoint === null && pack.geometry !== null)
      at('labelPoint', `${area.id} is drawn on the map and has no place for its label.`);
    if (area.labelPoint !== null && (Math.abs(area.labelPoint[0]) > 180 || Math.abs(area.labelPoint[1]) > 90)) {
      at('labelPoint', 'Longitude goes to 180 degrees, latitude to 90.');
    }
    for (const [language, abbreviation] of Object.entries(area.abbreviations)) {
      if ([...abbreviation].length > longestAbbreviation) {
        problems.push(
          packProblem(
            file,
            ['areas', index, 'abbreviations', language],
            `A tile holds ${longestAbbreviation} letters, this one has ${[...abbreviation].length}.`,
          ),
        );
      }
    }
  });
  return problems;
}

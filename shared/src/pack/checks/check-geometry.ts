import * as z from 'zod/mini';

import type { ElectionPack } from '../pack.ts';
import type { PackProblem } from '../pack-problem.ts';
import { packProblem } from '../pack-problem.ts';
import type { PackFiles } from '../pack-files.ts';
import { packFileNames } from '../pack-files.ts';
import { duplicates } from './duplicates.ts';
import { walkJson } from '../walk-json.ts';

const topologySchema = z.object({
  type: z.literal('Topology'),
  arcs: z.array(z.array(z.array(z.number()).check(z.minLength(2))).check(z.minLength(2))),
  objects: z.record(
    z.string(),
    z.object({
      type: z.literal('GeometryCollection'),
      geometries: z.array(
        z.object({ type: z.enum(['Polygon', 'MultiPolygon']), id: z.string(), arcs: z.array(z.unknown()) }),
      ),
    }),
  ),
});

/** The shapes drawn are the regions and cities of the pack: none missing, none besides. */
export function checkGeometry(pack: ElectionPack, files: PackFiles): PackProblem[] {
  if (pack.geometry === null) return [];
  const { file, object } = pack.geometry;
  if (files[file] === undefined)
    return [packProblem(packFileNames.pack, ['geometry', 'file'], `The folder has no ${file}.`)];
  const read = topologySchema.safeParse(files[file], { error: z.locales.en().localeError });
  if (!read.success)
    return read.error.issues.map((issue) =>
      packProblem(
        file,
        issue.path.filter((step) => typeof step !== 'symbol'),
        `${issue.message}.`,
      ),
    );
  const geometries = read.data.objects[object]?.geometries;
  if (geometries === undefined)
    return [packProblem(packFileNames.pack, ['geometry', 'object'], `${file} has no object called ${object}.`)];
  const path = (index: number, field: string) => ['objects', object, 'geometries', index, field];
  const drawn = new Set(geometries.map(({ id }) => id));
  const areas = new Set(pack.areas.filter(({ kind }) => kind === 'region' || kind === 'city').map(({ id }) => id));
  const problems: PackProblem[] = duplicates(geometries, ({ id }) => id).map(({ key, index }) =>
    packProblem(file, path(index, 'id'), `${key} is drawn already.`),
  );
  geometries.forEach(({ id, arcs }, index) => {
    if (!areas.has(id))
      problems.push(packProblem(file, path(index, 'id'), `The pack has no region and no city called ${id}.`));
    walkJson(arcs, (arc, way) => {
      const place = typeof arc === 'number' && arc < 0 ? ~arc : arc;
      if (typeof place === 'number' && read.data.arcs[place] === undefined)
        problems.push(packProblem(file, [...path(index, 'arcs'), ...way], `There is no arc ${place}.`));
    });
  });
  for (const id of areas) {
    if (!drawn.has(id)) problems.push(packProblem(file, ['objects', object, 'geometries'], `${id} is not drawn.`));
  }
  return problems;
}

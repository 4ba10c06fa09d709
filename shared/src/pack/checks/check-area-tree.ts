import type { Area, ElectionPack } from '../pack.ts';
import type { PackProblem } from '../pack-problem.ts';
import { packProblem } from '../pack-problem.ts';
import { packFileNames } from '../pack-files.ts';
import { duplicates } from './duplicates.ts';

const file = packFileNames.pack;

function isBelowItself(area: Area, byId: ReadonlyMap<string, Area>): boolean {
  const seen = new Set<string>();
  let at: Area | undefined = area;
  while (at !== undefined && at.parent !== null) {
    if (seen.has(at.id)) return true;
    seen.add(at.id);
    at = byId.get(at.parent);
  }
  return false;
}

/** One tree: a root, parents that exist, no circles; and an order without doubles. */
export function checkAreaTree(pack: ElectionPack): PackProblem[] {
  const byId = new Map(pack.areas.map((area) => [area.id, area]));
  const problems: PackProblem[] = [];
  const root = byId.get(pack.root);
  if (root === undefined) problems.push(packProblem(file, ['root'], `No area is called ${pack.root}.`));
  else if (root.kind !== 'country' || root.order !== 0)
    problems.push(packProblem(file, ['root'], 'The root is a country and stands at 0 in the order.'));
  for (const { key, index, first } of duplicates(pack.areas, (area) => area.id)) {
    problems.push(packProblem(file, ['areas', index, 'id'], `The area ${key} is there already, at areas[${first}].`));
  }
  for (const { key, index, first } of duplicates(pack.areas, (area) => String(area.order))) {
    problems.push(
      packProblem(file, ['areas', index, 'order'], `The place ${key} in the order is taken by areas[${first}].`),
    );
  }
  pack.areas.forEach((area, index) => {
    const at = (field: string, reason: string) => problems.push(packProblem(file, ['areas', index, field], reason));
    if (area.parent === null && area.id !== pack.root) at('parent', `${area.id} has no parent and is not the root.`);
    if (area.parent !== null && area.id === pack.root) at('parent', 'The root has no parent.');
    if (area.parent !== null && !byId.has(area.parent)) at('parent', `No area is called ${area.parent}.`);
    if (isBelowItself(area, byId)) at('parent', `${area.id} hangs in a circle of parents.`);
    if (area.kind === 'country' && area.id !== pack.root) at('kind', 'Only the root is a country.');
  });
  return problems;
}

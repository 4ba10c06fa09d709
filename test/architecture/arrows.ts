import type { Breach } from './breach.ts';
import { arrowsOf, circlesOf, packagesReachedFrom } from './module-graph.ts';
import type { ScannedModule } from './scan-module.ts';
import { isTestFile } from './source-file.ts';

/**
 * The storeys of `shared/src`, lowest first. A module may import from its own folder and from storeys below;
 * folders on one storey do not know each other. The checks live beside the figures and stand above the pack, which
 * tells them what there is to check against.
 */
const sharedStoreys: readonly (readonly string[])[] = [
  ['ids'],
  // The vocabulary that a pack's recorded day is told in.
  ['figures', 'dispatches'],
  ['pack'],
  ['format'],
  ['announcement', 'checks', 'stations', 'playout'],
  ['log'],
  ['analysis', 'protocol'],
  ['scenes'],
  ['embeds'],
];

const surfaces = new Set(['board', 'studio', 'desk', 'embed']);

/** The part of `shared/src` that a path belongs to. */
function sharedPartOf(path: string): string {
  const inside = path.replace(/^shared\/src\//, '');
  if (inside.startsWith('figures/check')) return 'checks';
  return (inside.split('/')[0] ?? '').replace(/\.ts$/, '');
}

/** HOUSE-1: a type import is an arrow as any other. */
export function arrowsUpward(modules: readonly ScannedModule[]): Breach[] {
  const storeyOf = (part: string): number => sharedStoreys.findIndex((storey) => storey.includes(part));
  return arrowsOf(modules.filter((module) => module.path.startsWith('shared/src/') && !isTestFile(module))).flatMap(
    ({ from, to, line }) => {
      const [low, high] = [sharedPartOf(to), sharedPartOf(from.path)];
      if (low === high && storeyOf(high) >= 0) return [];
      if (storeyOf(high) < 0) return [{ path: from.path, line, what: `${high} has no storey` }];
      if (storeyOf(low) >= 0 && storeyOf(low) < storeyOf(high)) return [];
      return [{ path: from.path, line, what: `${high} imports ${low} (${to})` }];
    },
  );
}

/** HOUSE-2 */
export function wallsCrossed(modules: readonly ScannedModule[]): Breach[] {
  return arrowsOf(modules).flatMap(({ from, to, line }) => {
    const [fromPackage = ''] = from.path.split('/');
    const [toPackage = ''] = to.split('/');
    const mayMeet = fromPackage === toPackage || toPackage === 'shared' || fromPackage === 'test';
    return mayMeet ? [] : [{ path: from.path, line, what: `${fromPackage} imports ${toPackage} (${to})` }];
  });
}

/** HOUSE-3 */
export function surfacesMeeting(modules: readonly ScannedModule[]): Breach[] {
  const folderOf = (path: string): string => /^client\/src\/([^/]+)\//.exec(path)?.[1] ?? '';
  return arrowsOf(modules.filter((module) => module.path.startsWith('client/'))).flatMap(({ from, to, line }) => {
    const [high, low] = [folderOf(from.path), folderOf(to)];
    return surfaces.has(low) && low !== high ? [{ path: from.path, line, what: `${high} imports ${low} (${to})` }] : [];
  });
}

/** HOUSE-4 */
export function wrongDoors(modules: readonly ScannedModule[]): Breach[] {
  return modules.flatMap((module) =>
    module.imports.flatMap(({ name, line }) => {
      const breach = (what: string): Breach[] => [{ path: module.path, line, what: `'${name}' ${what}` }];
      const home = module.path.split('/')[0] ?? '';
      if (name.startsWith('@yavka/')) {
        if (!/^@yavka\/[a-z]+\/.+/.test(name)) return breach('names a package and no module of it');
        if (name.startsWith(`@yavka/${home}/`) && !name.startsWith('@yavka/shared/packs/'))
          return breach('is its own package: import it by a relative path');
        return /\.(tsx?|js)$/.test(name) ? breach('needs no ending') : [];
      }
      // The repository's own tools (`.mjs`) are no part of a package's interface.
      if (!name.startsWith('.') || name.endsWith('.mjs')) return [];
      if (new URL(name, `file:///${module.path}`).pathname.split('/')[1] !== home)
        return breach('leaves its package by a relative path');
      return /\.(tsx?|mjs|css|json)(\?[a-z]+)?$/.test(name) ? [] : breach('has no ending');
    }),
  );
}

/** HOUSE-5 */
export function circles(modules: readonly ScannedModule[]): Breach[] {
  return circlesOf(modules.filter((module) => !isTestFile(module))).map((circle) => ({
    path: circle[0] ?? '',
    what: `is in a circle: ${circle.join(' ↔ ')}`,
  }));
}

/** HOUSE-6 */
export function impureImports(modules: readonly ScannedModule[]): Breach[] {
  const allowed = /^(zod\/mini|@noble\/hashes\/.+)$/;
  return modules
    .filter((module) => module.path.startsWith('shared/src/') && !isTestFile(module))
    .flatMap((module) =>
      module.imports
        .filter(({ name }) => !name.startsWith('.') && !allowed.test(name))
        .map(({ name, line }) => ({ path: module.path, line, what: `imports ${name}` })),
    );
}

/** HOUSE-7: the app is put together in one module; verbs open a store that no server holds. */
export function adaptersSeen(modules: readonly ScannedModule[]): Breach[] {
  const mayOpen = /^server\/src\/(build-app|cli\/[a-z-]+-verb)\.ts$/;
  return arrowsOf(modules.filter((module) => module.path.startsWith('server/src/') && !isTestFile(module)))
    .filter(({ to }) => /^server\/src\/storage\/(memory|sqlite|postgres|open-store)/.test(to))
    .filter(({ from }) => !from.path.startsWith('server/src/storage/') && !mayOpen.test(from.path))
    .map(({ from, to, line }) => ({ path: from.path, line, what: `imports ${to}` }));
}

/** HOUSE-8: the library of charts weighs more than the rest of a page together. */
export function chartsOnLightPages(modules: readonly ScannedModule[]): Breach[] {
  return ['studio', 'desk', 'embed'].flatMap((surface) =>
    packagesReachedFrom(`client/src/${surface}/main.${surface === 'embed' ? 'ts' : 'tsx'}`, modules)
      .filter(({ name }) => /^recharts(\/|$)/.test(name))
      .map(({ path, line }) => ({ path, line, what: `brings recharts to ${surface}` })),
  );
}

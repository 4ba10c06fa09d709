import path from 'node:path';

import type { ScannedModule, Sighting } from './scan-module.ts';

/** An import between two modules of the repository. */
export interface Arrow {
  readonly from: ScannedModule;
  readonly to: string;
  readonly line: number;
}

/** The path of the repository that an import means, or null for a package of others; `@yavka/server/x` is `server/src/x`, ending aside. */
function targetOf(from: { readonly path: string }, specifier: string): string | null {
  const across = /^@yavka\/([a-z]+)\/(.+)$/.exec(specifier);
  if (across !== null) {
    const [, home = '', inside = ''] = across;
    return inside.startsWith('packs/') ? `${home}/${inside}` : `${home}/src/${inside}`;
  }
  if (!specifier.startsWith('.')) return null;
  return path.posix
    .normalize(path.posix.join(path.posix.dirname(from.path), specifier))
    .replace(/\.(tsx?|mjs|js)$/, '');
}

export function arrowsOf(modules: readonly ScannedModule[]): Arrow[] {
  return modules.flatMap((from) =>
    from.imports.flatMap(({ name, line }: Sighting) => {
      const to = targetOf(from, name);
      return to === null ? [] : [{ from, to, line }];
    }),
  );
}

/** Every set of modules that import each other in a circle, type imports counted; each in the order of its paths. */
export function circlesOf(modules: readonly ScannedModule[]): string[][] {
  const known = new Map(modules.map((module) => [module.path.replace(/\.(tsx?|mjs)$/, ''), [] as string[]]));
  for (const { from, to } of arrowsOf(modules)) {
    if (known.has(to)) known.get(from.path.replace(/\.(tsx?|mjs)$/, ''))?.push(to);
  }
  // Tarjan's strongly connected components.
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (name: string): void => {
    order.set(name, order.size);
    low.set(name, order.size - 1);
    stack.push(name);
    for (const next of known.get(name) ?? []) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) low.set(name, Math.min(low.get(name) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(name) !== order.get(name)) return;
    const circle = stack.splice(stack.indexOf(name));
    if (circle.length > 1 || (known.get(name) ?? []).includes(name)) circles.push(circle.sort());
  };
  for (const name of known.keys()) if (!order.has(name)) visit(name);
  return circles;
}

/** Every specifier of a package of others that an entry reaches through the repository's own modules, with the module that names it. */
export function packagesReachedFrom(
  entry: string,
  modules: readonly ScannedModule[],
): { name: string; path: string; line: number }[] {
  const byName = new Map(modules.map((module) => [module.path.replace(/\.(tsx?|mjs)$/, ''), module]));
  const seen = new Set<string>();
  const reached: { name: string; path: string; line: number }[] = [];
  const visit = (name: string): void => {
    const module = byName.get(name);
    if (module === undefined || seen.has(name)) return;
    seen.add(name);
    for (const found of module.imports) {
      const to = targetOf(module, found.name);
      if (to === null) reached.push({ name: found.name, path: module.path, line: found.line });
      else visit(to);
    }
  };
  visit(entry.replace(/\.(tsx?|mjs)$/, ''));
  return reached;
}

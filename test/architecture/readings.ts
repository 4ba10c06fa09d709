import type { Breach } from './breach.ts';
import type { ScannedModule } from './scan-module.ts';
import { isTestFile } from './source-file.ts';

/** Uses of the listed names in product modules outside the doors that may have them. */
function usesOutside(
  modules: readonly ScannedModule[],
  isTold: (name: string) => boolean,
  doors: readonly string[],
): Breach[] {
  return modules
    .filter((module) => /^(shared|server|client)\/src\//.test(module.path) && !isTestFile(module))
    .filter(
      (module) => !doors.some((door) => module.path === door || (door.endsWith('/') && module.path.startsWith(door))),
    )
    .flatMap((module) => {
      const told = [...module.uses, ...module.imports].filter(({ name }) => isTold(name));
      const lines = new Map(told.map(({ name, line }) => [line, name]));
      return [...lines].map(([line, name]) => ({ path: module.path, line, what: `uses ${name}` }));
    });
}

/** HOUSE-9 */
export function environmentRead(modules: readonly ScannedModule[]): Breach[] {
  const isEnvironment = (name: string): boolean =>
    /^(process\.env|import\.meta\.env)(\.|$)/.test(name) || /^(node:)?process$/.test(name);
  // `process` alone is its name, not a reading of the environment; imported, its `env` could not be told from other names.
  return usesOutside(
    modules.map((module) => ({ ...module, uses: module.uses.filter(({ name }) => name !== 'process') })),
    isEnvironment,
    ['server/src/config.ts'],
  );
}

const clockModules = ['server/src/clock/', 'client/src/feed/clock.ts', 'client/src/feed/page-elapsed.ts'];

/** HOUSE-10 */
export function clocksRead(modules: readonly ScannedModule[]): Breach[] {
  const isClock = (name: string): boolean =>
    /^(Date\.now|performance\.(now|timeOrigin)|process\.hrtime|Temporal\.Now|new Date\(\)|Date\(\))(\.|\(|$)/.test(
      name,
    ) || name === 'node:perf_hooks';
  return usesOutside(modules, isClock, clockModules);
}

/** The modules that draw random values, each with what it draws. */
const randomModules: Readonly<Record<string, string>> = {
  'client/src/feed/random.ts': 'jitter and the ids of commands',
  'server/src/access/access.ts': 'tokens',
  'server/src/build-app.ts': 'ids of logs',
  'server/src/cli/ingest.ts': 'ids of commands',
  'server/src/http/write-routes.ts': 'the salt of a text kept by reference',
  'server/src/replay/replay-runs.ts': 'ids of rehearsal logs',
  'server/src/replay/replay.ts': 'the name of a node among those that may play',
  'server/src/write/command-queue.ts': 'ids of entries',
};

/** HOUSE-11 */
export function randomDrawn(modules: readonly ScannedModule[]): Breach[] {
  const isRandom = (name: string): boolean =>
    /(^|\.)(Math\.random|randomUUID|randomBytes|randomInt|getRandomValues)(\(|$)/.test(name) ||
    /^(nanoid|uuid)$/.test(name);
  return usesOutside(modules, isRandom, Object.keys(randomModules));
}

/** HOUSE-12: `toFixed` may place a point of a drawing, so in the client it is not told. */
export function printedElsewhere(modules: readonly ScannedModule[]): Breach[] {
  const isPrinting = (name: string): boolean =>
    /(^|[.\s])(Intl\.|toLocale(String|DateString|TimeString|LowerCase|UpperCase)|localeCompare)/.test(name);
  const isFixed = (name: string): boolean => /\.toFixed(\(|$)/.test(name);
  return [
    ...usesOutside(modules, isPrinting, ['shared/src/format/']),
    ...usesOutside(
      modules.filter((module) => !module.path.startsWith('client/')),
      isFixed,
      ['shared/src/format/'],
    ),
  ];
}

/** The modules of the board that speak of the newest whatever moment is looked at, each with what it needs it for. */
const newestModules: Readonly<Record<string, string>> = {
  'client/src/board/Announcer.tsx': 'tells what has just come',
  'client/src/board/Header.tsx': 'the clock on the wall',
  'client/src/board/Lamps.tsx': 'how long until the next announcement',
  'client/src/board/MomentMissing.tsx': 'names the log in use',
  'client/src/board/ReplayPanel.tsx': 'drives the log in use',
  'client/src/board/dispatches/use-dispatch-text.ts': 'what was erased since is not read any more',
  'client/src/board/model-store.ts': 'derives what the lamps say',
  'client/src/board/moment/': 'leads from the newest to earlier moments',
  'client/src/board/painted.ts': 'when this page painted something',
};

/** HOUSE-24: what shows figures must not pass over the moment that the reader looks at. */
export function newestRead(modules: readonly ScannedModule[]): Breach[] {
  const isNewest = (name: string): boolean =>
    /^(feed\.state(\.|$)|useFeed\.getState|(useE|e)lectionNow(\(|$))/.test(name) || name.endsWith('feed/select.ts');
  return usesOutside(
    modules.filter(({ path }) => /^client\/src\/(board|map|charts)\//.test(path)),
    isNewest,
    Object.keys(newestModules),
  );
}

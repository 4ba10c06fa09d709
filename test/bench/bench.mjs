import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * `npm run bench [-- --only g1,board] [--rounds 1] [--quick] [--no-build]`: the product against its peers, in one run on one machine.
 * Prints a table, writes it to `.tmp/bench.txt` and everything it took to `.tmp/bench.json`. Figures of two machines, or of two runs of one
 * machine with other work, do not compare; ratios do.
 */
/** @typedef {{quick: boolean, rounds: number, say: (line: string) => void}} Settings */

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');

/** Each in its own file; loaded only when asked for, after peers and build are there. */
const benchmarks = /** @type {const} */ ({
  g1: async () => (await import('./deliveries.mjs')).deliveries,
  g5: async () => (await import('./commit-to-studio.mjs')).commitToStudio,
  g9: async () => (await import('./join-burst.mjs')).joinBurst,
  growth: async () => (await import('./growth.mjs')).growth,
  reconnect: async () => (await import('./reconnect.mjs')).reconnect,
  'first-view': async () => (await import('./first-view.mjs')).firstView,
  board: async () => (await import('./commit-to-board.mjs')).commitToBoard,
  map: async () => (await import('./recolour.mjs')).recolour,
});

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    'no-build': { type: 'boolean', default: false },
  },
});
const chosen = /** @type {(keyof typeof benchmarks)[]} */ (options.only?.split(',') ?? Object.keys(benchmarks));
const unknown = chosen.filter((name) => !(name in benchmarks));
if (unknown.length > 0) {
  process.stderr.write(`Not measured here: ${unknown.join(', ')}. There are ${Object.keys(benchmarks).join(', ')}.\n`);
  process.exit(2);
}

const rounds = Number(options.rounds ?? (options.quick ? 1 : 3));
if (!Number.isInteger(rounds) || rounds < 1) {
  process.stderr.write('--rounds takes a whole number from 1.\n');
  process.exit(2);
}

if (!existsSync(path.join(here, 'node_modules'))) {
  const installed = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' });
  if (installed.status !== 0) process.exit(1);
}
if (!options['no-build']) {
  const { buildIfStale } = await import('../../server/build-if-stale.mjs');
  await buildIfStale();
}

const { machine, othersLimit, othersShare } = await import('./measure/machine.mjs');
const { printTable, verdictOf } = await import('./measure/table.mjs');
const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);
const measuredOn = machine();
say(
  `${measuredOn.cpu}, ${measuredOn.cores} cores, Node ${measuredOn.node}, load average ${measuredOn.loadAverage} before` +
    `${measuredOn.pinned ? ', server and load each on a core of its own' : ', processes not pinned'}${options.quick ? ', QUICK: small numbers, for a look only' : ''}`,
);

const began = performance.now();
const rows = [];
const failures = [];
for (const name of chosen) {
  const measure = await benchmarks[name]();
  const othersBefore = await othersShare();
  try {
    const taken = await measure({ quick: options.quick, rounds, say });
    const others = Math.max(othersBefore, await othersShare());
    const busy = others > othersLimit ? `other work used ${Math.round(others * 100)} % of the machine` : null;
    rows.push(...taken.map((row) => ({ benchmark: name, ...row, others, busy })));
  } catch (error) {
    failures.push({ benchmark: name, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    process.stderr.write(`${name} could not be measured: ${failures.at(-1)?.error}\n`);
  }
}
const took = Math.round((performance.now() - began) / 1000);
/** @type {string[]} */
const text = [];
printTable(rows, (line) => text.push(line));
text.push(`Measured in ${Math.floor(took / 60)} min ${took % 60} s.`);
for (const line of text) say(line);
mkdirSync(path.join(root, '.tmp'), { recursive: true });
writeFileSync(path.join(root, '.tmp/bench.txt'), `${text.join('\n')}\n`);
writeFileSync(
  path.join(root, '.tmp/bench.json'),
  `${JSON.stringify({ measuredOn, quick: options.quick, rounds, rows: rows.map((row) => ({ ...row, verdict: verdictOf(row) })), failures }, null, 2)}\n`,
);
say('The table is in .tmp/bench.txt, all of it in .tmp/bench.json.');
process.exit(failures.length > 0 ? 1 : 0);

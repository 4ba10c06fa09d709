import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * `npm run soak`: the simulation over many more seeds than the ordinary suite has, in two processes.
 * `npm run soak -- --seeds 500 --first 20001` says how many, beginning where. Ends with the seeds that went red and how
 * to run one of them alone; ends well only when none did.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const reports = path.join(root, '.tmp/soak');
const vitest = path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const processes = 2;
/** Of one process before it is begun anew, so that a long run needs no more memory than a short one. */
const seedsOfProcess = 200;

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '10000' }, first: { type: 'string', default: '1' } },
});
const [count, first] = [wholeNumber('seeds', values.seeds), wholeNumber('first', values.first)];

function wholeNumber(name, text) {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 1) return value;
  process.stderr.write(`--${name} takes a whole number from 1, not ${text}\n`);
  process.exit(2);
}

const stretches = Array.from({ length: Math.ceil(count / seedsOfProcess) }, (_, index) => {
  const from = first + index * seedsOfProcess;
  return { from, seeds: Math.min(seedsOfProcess, first + count - from) };
});
const running = new Set();

/** Runs a stretch of seeds to its end. */
async function run({ from, seeds }) {
  const report = path.join(reports, `${String(from)}.json`);
  const child = spawn(
    process.execPath,
    [vitest, 'run', 'test/simulation/simulation.test.ts', '--reporter=json', `--outputFile=${report}`],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, SIM_SEEDS: String(seeds), SIM_FIRST: String(from) },
    },
  );
  running.add(child);
  let said = '';
  child.stderr.on('data', (text) => (said = (said + String(text)).slice(-4_000)));
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (ended) => {
      resolve(ended ?? 1);
    });
  });
  running.delete(child);
  const tests = readTests(report);
  const red = tests.filter(({ status }) => status !== 'passed');
  return {
    passed: tests.filter(({ status, title }) => status === 'passed' && seedOf(title) !== null).length,
    red: red.map(({ title, failureMessages }) => ({ seed: seedOf(title), title, words: failureMessages.join('\n') })),
    // Something went wrong that no test is to blame for: an error that nobody caught, or a process that died.
    words: code !== 0 && red.length === 0 ? said : null,
  };
}

function readTests(report) {
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
    return testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ title }) => !title.includes('SIM-9'));
  } catch {
    return [];
  }
}

function seedOf(title) {
  const found = /seed (\d+)$/.exec(title);
  return found === null ? null : Number(found[1]);
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of running) child.kill();
    process.exit(130);
  });
}

const began = Date.now();
let passed = 0;
const red = [];
const unclear = [];
const work = async () => {
  for (let stretch = stretches.shift(); stretch !== undefined; stretch = stretches.shift()) {
    const result = await run(stretch);
    const last = stretch.from + stretch.seeds - 1;
    passed += result.passed;
    red.push(...result.red);
    if (result.words !== null) unclear.push({ ...stretch, last, words: result.words });
    for (const { title, words } of result.red) process.stdout.write(`✗ ${title}\n${words.slice(0, 600)}\n`);
    if (result.words !== null) process.stdout.write(`✗ seeds ${stretch.from} to ${last}\n${result.words}\n`);
    const minutes = ((Date.now() - began) / 60_000).toFixed(1);
    process.stdout.write(`seeds ${stretch.from} to ${last} done: ${passed} of ${count} passed, ${minutes} min\n`);
  }
};
await Promise.all(Array.from({ length: processes }, work));

const redSeeds = red.flatMap(({ seed }) => (seed === null ? [] : [seed])).sort((a, b) => a - b);
const isGood = passed === count && red.length === 0 && unclear.length === 0;
if (!isGood) {
  process.stdout.write(`\nred: ${redSeeds.join(' ') || 'no single seed'}\n`);
  for (const { from, last } of unclear) process.stdout.write(`ended badly: seeds ${from} to ${last}\n`);
  const [one = first] = redSeeds;
  process.stdout.write(`one of them alone: npm run soak -- --seeds 1 --first ${one}\n`);
}
process.stdout.write(`\n${passed} of ${count} seeds passed, ${redSeeds.length} red\n`);
process.exitCode = isGood ? 0 : 1;

import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

import { buildIfStale } from '../server/build-if-stale.mjs';
import { resultLine, sumPlaywright, sumVitest } from './sum-reports.mjs';

/**
 * `npm test`: builds what is old, runs the tests of both runners, says what failed, and ends with the one line that
 * counts them all. Skipped tests count as failed: what must not run is taken out, not skipped.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const reports = path.join(root, '.tmp/reports');
const toolOf = (name, file) =>
  path.join(path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), file);

/** What hangs must not keep the result from being told; far more than either runner needs. */
const patienceMinutes = 60;
/** The runner at work, in a process group of its own, so that everything it started ends with it. */
let running = null;
let interruption = null;

/** First asks it to end and to put away what it made, then makes it end. */
function endRunner(why) {
  interruption ??= why;
  if (running?.pid === undefined) return;
  const group = -running.pid;
  const send = (signal) => {
    try {
      process.kill(group, signal);
    } catch {
      // It is gone already.
    }
  };
  send('SIGTERM');
  setTimeout(send, 10_000, 'SIGKILL').unref();
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => endRunner(`broken off by ${signal}`));

/**
 * Runs a tool to its end; its output goes straight to ours.
 * @returns {Promise<string | null>} what it failed of; null when it succeeded
 */
async function run(name, script, args, env = {}) {
  if (interruption !== null) return `${name} was not begun`;
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
    env: { ...process.env, ...env },
  });
  running = child;
  const limit = setTimeout(() => endRunner(`was not done after ${patienceMinutes} minutes`), patienceMinutes * 60_000);
  const failure = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code === 0 ? null : `${name} ended with ${signal ?? code}`));
  });
  clearTimeout(limit);
  running = null;
  return interruption === null ? failure : `${name} ${interruption}`;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(path.join(reports, file), 'utf8'));
  } catch {
    return null;
  }
}

/** A runner that fails without failing a test has still failed. */
function withExit(sum, failure) {
  if (failure === null || (sum.failed > 0 && interruption === null)) return sum;
  return { ...sum, failed: sum.failed + 1, problems: [...sum.problems, failure] };
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const sums = [];
try {
  await buildIfStale();
  const vitestFailure = await run('vitest', toolOf('vitest', 'vitest.mjs'), [
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${path.join(reports, 'vitest.json')}`,
  ]);
  sums.push(withExit(sumVitest(readReport('vitest.json')), vitestFailure));
  const playwrightFailure = await run(
    'playwright',
    toolOf('@playwright/test', 'cli.js'),
    ['test', '--config=test/e2e/playwright.config.ts'],
    {
      YAVKA_E2E_REPORT: path.join(reports, 'playwright.json'),
    },
  );
  sums.push(withExit(sumPlaywright(readReport('playwright.json')), playwrightFailure));
} catch (error) {
  sums.push({ passed: 0, failed: 1, problems: [error instanceof Error ? error.message : String(error)] });
}

const problems = sums.flatMap((sum) => sum.problems);
if (problems.length > 0)
  process.stdout.write(`\n${problems.map((problem) => `✗ ${stripVTControlCharacters(problem)}`).join('\n\n')}\n`);
process.exitCode = sums.some((sum) => sum.failed > 0) ? 1 : 0;
process.stdout.write(`\n${resultLine(sums)}\n`);

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

/** Runs a tool to its end; its output goes straight to ours. A tool that died of a signal has not succeeded. */
async function run(script, args, env = {}) {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(path.join(reports, file), 'utf8'));
  } catch {
    return null;
  }
}

/** A runner that fails without failing a test has still failed. */
function withExit(name, sum, code) {
  if (code === 0 || sum.failed > 0) return sum;
  return { ...sum, failed: 1, problems: [...sum.problems, `${name} ended with ${code}`] };
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const sums = [];
try {
  await buildIfStale();
  const vitestCode = await run(toolOf('vitest', 'vitest.mjs'), [
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${path.join(reports, 'vitest.json')}`,
  ]);
  sums.push(withExit('vitest', sumVitest(readReport('vitest.json')), vitestCode));
  const playwrightCode = await run(
    toolOf('@playwright/test', 'cli.js'),
    ['test', '--config=test/e2e/playwright.config.ts'],
    {
      YAVKA_E2E_REPORT: path.join(reports, 'playwright.json'),
    },
  );
  sums.push(withExit('playwright', sumPlaywright(readReport('playwright.json')), playwrightCode));
} catch (error) {
  sums.push({ passed: 0, failed: 1, problems: [error instanceof Error ? error.message : String(error)] });
}

const problems = sums.flatMap((sum) => sum.problems);
if (problems.length > 0)
  process.stdout.write(`\n${problems.map((problem) => `✗ ${stripVTControlCharacters(problem)}`).join('\n\n')}\n`);
process.exitCode = sums.some((sum) => sum.failed > 0) ? 1 : 0;
process.stdout.write(`\n${resultLine(sums)}\n`);

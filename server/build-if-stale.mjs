import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

import { compressSite } from './compress-site.mjs';
import { pageSizes } from './page-sizes.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const settings = [
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'shared/package.json',
  'shared/tsconfig.json',
];

/**
 * What is built, from what, and by whom. `stamp` is written after a build that succeeded and carries the time at
 * which that build began, so that a source saved meanwhile is newer than it.
 */
const products = {
  server: {
    stamp: 'server/dist/.built',
    sources: [...settings, 'server/package.json', 'server/tsconfig.json', 'shared/src', 'server/src'],
    needs: 'server/dist/main.js',
    tool: ['typescript', 'tsc', ['-b', 'shared', 'server']],
  },
  site: {
    stamp: 'client/dist/.built',
    sources: [...settings, 'client/package.json', 'client/tsconfig.json', 'vite.config.ts', 'shared/src', 'client'],
    needs: 'client/dist/site/index.html',
    tool: ['vite', 'vite', ['build', '--logLevel', 'warn']],
  },
};

/** Times of everything under a path: files but tests, and folders, whose own time tells of files taken away. */
function newestUnder(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return /\.test\.tsx?$/.test(file) ? 0 : stats.mtimeMs;
  const inside = readdirSync(file, { withFileTypes: true })
    .filter((item) => !['node_modules', 'dist'].includes(item.name) && !item.name.startsWith('.'))
    .map((item) => newestUnder(path.join(file, item.name)));
  // A package's own folder changes whenever `dist` comes and goes; only the folders inside it count.
  const isPackage = statSync(path.join(file, 'package.json'), { throwIfNoEntry: false }) !== undefined;
  return Math.max(isPackage ? 0 : stats.mtimeMs, ...inside, 0);
}

/**
 * Whether a product must be built: it is not there, or a source is newer than the beginning of its last build.
 * @param {{stamp: string, sources: readonly string[], needs: string}} product paths from `folder`
 * @param {string} [folder]
 */
export function isStale({ stamp, sources, needs }, folder = root) {
  const built = statSync(path.join(folder, stamp), { throwIfNoEntry: false });
  if (built === undefined || statSync(path.join(folder, needs), { throwIfNoEntry: false }) === undefined) return true;
  return sources.some((source) => newestUnder(path.join(folder, source)) > built.mtimeMs);
}

/** The script of a package's command, so that no shell and no PATH is needed. */
function commandOf(packageName, command) {
  const manifest = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
  const { bin } = createRequire(import.meta.url)(manifest);
  return path.join(path.dirname(manifest), typeof bin === 'string' ? bin : bin[command]);
}

async function build(name) {
  const { stamp, needs, tool } = products[name];
  const [packageName, command, args] = tool;
  const began = new Date();
  // A build record left without its output makes the compiler emit nothing.
  if (statSync(path.join(root, needs), { throwIfNoEntry: false }) === undefined) {
    rmSync(path.join(root, path.dirname(stamp), '.tsbuildinfo'), { force: true });
  }
  const child = spawn(process.execPath, [commandOf(packageName, command), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`Building the ${name} failed:\n${stripVTControlCharacters(said).trim()}`);
  if (name === 'site') await compressSite(path.join(root, path.dirname(needs)));
  mkdirSync(path.join(root, path.dirname(stamp)), { recursive: true });
  writeFileSync(path.join(root, stamp), '');
  utimesSync(path.join(root, stamp), began, began);
  const seconds = ((Date.now() - began.getTime()) / 1000).toFixed(1);
  return name === 'site' ? `site in ${seconds} s (${sizesInWords()})` : `${name} in ${seconds} s`;
}

/** What each page loads before its first picture: its script, and what comes with it. */
function sizesInWords() {
  const kB = (/** @type {number} */ bytes) => Math.round(bytes / 1000);
  const pages = pageSizes().map(({ name, script, others }) => {
    const most = Math.max(...Object.values(script));
    return `${name} ${kB(most)} kB of script gzip, ${kB(most + others)} kB with sheets and fonts`;
  });
  return pages.join('; ');
}

/**
 * Builds the server and the site where they are missing or older than their sources. Says what it did in one line on
 * standard error, so that a command's own output stays clean.
 * @param {{force?: boolean, only?: Array<'server' | 'site'>}} [options]
 * @throws Error with the compiler's own words when a build fails
 */
export async function buildIfStale({ force = false, only = ['server', 'site'] } = {}) {
  const due = only.filter((name) => force || isStale(products[name]));
  if (due.length === 0) return;
  process.stderr.write(`Building ${due.join(' and ')}…\n`);
  const built = await Promise.allSettled(due.map(build));
  const failed = built.filter((result) => result.status === 'rejected');
  if (failed.length > 0) throw new Error(failed.map((result) => result.reason.message).join('\n'));
  process.stderr.write(`Built ${built.map((result) => result.value).join(', ')}.\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildIfStale({ force: process.argv.includes('--force') }).catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}

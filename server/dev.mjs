import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm run dev`: the server from its TypeScript sources, restarted on a change, and Vite with hot reload before it.
 * Both run in process groups of their own, which end together: a watcher's children outlive a killed parent.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const vite = path.join(path.dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
const commands = [
  ['--watch', '--conditions=source', '--import', 'tsx', 'server/src/main.ts', ...process.argv.slice(2)],
  [vite],
];
const children = commands.map((args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit', detached: true }));

let ending = false;
function endAll(code) {
  if (ending) return;
  ending = true;
  process.exitCode = code;
  for (const child of children) {
    try {
      process.kill(-child.pid, 'SIGTERM');
    } catch {
      // Its group has ended already.
    }
  }
}

for (const child of children) child.on('exit', (code) => endAll(code ?? 1));
process.on('SIGINT', () => endAll(0));
process.on('SIGTERM', () => endAll(0));

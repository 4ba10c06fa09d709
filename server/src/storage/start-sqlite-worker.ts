import { Worker } from 'node:worker_threads';

import type { WorkerSettings } from './sqlite-calls.ts';

/**
 * Starts the store's thread from whatever this file runs as. Built, it is the JavaScript beside this one. From
 * TypeScript source (tests, development) a new thread knows nothing of the loader that its parent runs under, so a
 * line of JavaScript registers tsx there first, with the condition that finds the other packages' sources.
 */
export function startSqliteWorker(settings: WorkerSettings): Worker {
  const name = 'yavka-store';
  if (!import.meta.url.endsWith('.ts')) {
    // No flag of the parent's: an inspector port or a loader is not to be opened twice.
    return new Worker(new URL('./sqlite-worker.js', import.meta.url), { name, execArgv: [], workerData: settings });
  }
  const worker = JSON.stringify(new URL('./sqlite-worker.ts', import.meta.url).href);
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  return new Worker(`import(${loader}).then(({ register }) => { register(); return import(${worker}); });`, {
    eval: true,
    name,
    execArgv: ['--conditions=source'],
    workerData: settings,
  });
}

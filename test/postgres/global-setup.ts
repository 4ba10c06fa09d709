import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import type { TestProject } from 'vitest/node';

import { stopOwnServer } from './own-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the tests' own PostgreSQL is, or will be when the first test asks for it. */
    postgresFolder: string;
  }
}

const prefix = 'yavka-postgres-';

/** Names the folder of this run's PostgreSQL, which the first test that needs one starts, and ends it after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep();
  const folder = mkdtempSync(path.join(os.tmpdir(), prefix));
  writeFileSync(path.join(folder, 'owner'), String(process.pid));
  project.provide('postgresFolder', folder);
  return () => end(folder);
}

async function end(folder: string): Promise<void> {
  await stopOwnServer(folder);
  rmSync(folder, { recursive: true, force: true });
}

/** Ends what runs that were killed have left behind. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(os.tmpdir()).filter((found) => found.startsWith(prefix))) {
    const folder = path.join(os.tmpdir(), name);
    const owner = path.join(folder, 'owner');
    if (existsSync(owner) && !isAlive(Number(readFileSync(owner, 'utf8')))) await end(folder);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process is there all the same.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

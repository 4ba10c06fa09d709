import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import type { RunningServer } from './server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Runs a verb of `yavka` against the running server, as a person does. Answers what it printed.
 * @throws Error when it ends with anything but 0, with what it said
 */
export async function yavka(server: RunningServer, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['server/dist/cli.js', '--data', server.dataDir, ...args],
    { cwd: root },
  );
  return stdout;
}

/** Puts a text into a file and that file into the server, verified. Answers its last place in the log. */
export async function ingest(server: RunningServer, text: string, ...options: readonly string[]): Promise<number> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yavka-text-'));
  try {
    const file = path.join(folder, 'announcement.txt');
    writeFileSync(file, text);
    const said = await yavka(server, 'ingest', file, '--verify', ...options);
    const seq = /"seq":(\d+)/.exec(said)?.[1];
    if (seq === undefined) throw new Error(`no place in what was said: ${said}`);
    return Number(seq);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

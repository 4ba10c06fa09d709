import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { fillStore, textOf } from '../archive/archive.fixture.ts';
import { openSqliteLogStore } from '../storage/sqlite-log-store.ts';
import { exportVerb, importVerb } from './archive-verb.ts';
import type { WhereToLook } from './find-server.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yavka-archive-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const at = (name: string, more: Partial<WhereToLook> = {}): WhereToLook => ({
  ...{ url: undefined, token: undefined, dataDir: join(folder, name), databaseUrl: undefined, mode: undefined },
  ...more,
});

/** A data folder with a rehearsal log; answers the log's archive. */
async function filled(name: string): Promise<string> {
  const store = await openSqliteLogStore({ dataDir: join(folder, name), mode: 'rehearsal' });
  await fillStore(store, 3);
  const text = await textOf(store, 'log');
  await store.close();
  return text;
}

describe('carrying a log by a file', () => {
  it('[ARC-2][ARC-4] goes from folder to folder and back to the same bytes, and a second time is nothing to do', async () => {
    const text = await filled('here');
    const [first, second] = [join(folder, 'first.ndjson'), join(folder, 'second.ndjson')];
    expect(await exportVerb(at('here'), first, undefined)).toMatch(/the log log, 4 entries, ending in [0-9a-f]{64}/);
    expect(readFileSync(first, 'utf8')).toBe(text);
    expect(await importVerb(at('there'), first, 'unsaid')).toMatch(/4 entries \(rehearsal\). It is the log in use/);
    expect(await importVerb(at('there'), first, 'unsaid')).toMatch(/Nothing to do/);
    await exportVerb(at('there'), second, 'log');
    expect(readFileSync(second).equals(readFileSync(first))).toBe(true);
  });

  it('[ACC-7] is its owner’s alone to read, as the folder is that it came from', async () => {
    await filled('here');
    const file = join(folder, 'log.ndjson');
    await exportVerb(at('here'), file, undefined);
    const modes = [file, join(folder, 'here', 'rehearsal')].map((path) => (statSync(path).mode & 0o777).toString(8));
    expect(modes).toEqual(['600', '700']);
  });

  it('[ARC-7] says in a sentence what it cannot do, and leaves no half file', async () => {
    await filled('here');
    const file = join(folder, 'log.ndjson');
    await expect(exportVerb(at('nowhere'), file, undefined)).rejects.toThrow(/no log/);
    await expect(exportVerb(at('here'), file, 'other')).rejects.toThrow(/There is no log other. There are: log/);
    await expect(exportVerb(at('here'), join(folder, 'missing', 'x'), undefined)).rejects.toThrow(/cannot be written/);
    await exportVerb(at('here'), file, undefined);
    await expect(importVerb(at('there', { mode: 'live' }), file, 'unsaid')).rejects.toThrow(/holds a rehearsal log/);
    await expect(importVerb(at('there', { url: 'http://x' }), file, 'unsaid')).rejects.toThrow(/store itself/);
    await expect(importVerb(at('there'), join(folder, 'none'), 'unsaid')).rejects.toThrow(/cannot be read/);
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -9));
    await expect(importVerb(at('there'), file, 'unsaid')).rejects.toThrow(/is cut/);
    expect([existsSync(`${file}.part`), existsSync(join(folder, 'there'))]).toEqual([false, false]);
  });

  it('[ARC-7] does not import into a folder that a server holds', async () => {
    await filled('here');
    const file = join(folder, 'log.ndjson');
    await exportVerb(at('here'), file, undefined);
    const held = await openSqliteLogStore({ dataDir: join(folder, 'there'), mode: 'rehearsal' });
    await expect(importVerb(at('there'), file, 'unsaid')).rejects.toThrow(/while no server runs on the folder/);
    await held.close();
  });
});

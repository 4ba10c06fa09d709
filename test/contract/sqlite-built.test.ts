import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');

/** Opens a store in a fresh folder, writes behind one another without waiting, and prints what it got and followed. */
const program = `
  import { openSqliteLogStore } from './server/dist/storage/sqlite-log-store.js';
  const store = await openSqliteLogStore({ dataDir: './data', mode: 'live' });
  const draft = (id, payload) => ({ v: 1, entryId: id, commandId: 'c-' + id, actor: { role: 'system', id: 's' }, payload });
  const opened = { type: 'log.opened', logId: 'log', electionId: 'e', packHash: 'h', mode: 'live' };
  const note = { type: 'dispatch.textErased', dispatchId: 'd', reason: 'asked for' };
  await store.openLog('log', [draft('opened', opened)], 1);
  const followed = [];
  store.follow('log', 0, (entries) => followed.push(...entries.map(({ seq }) => seq)), () => undefined);
  const results = await Promise.all([1, 2, 3].map((seq) => store.append('log', seq, [draft('e' + seq, note)], 2)));
  await store.close();
  console.log(JSON.stringify({ ok: results.map(({ ok }) => ok), followed }));
`;

describe('the SQLite store as it is built', () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  it('[LOG-22] runs its thread from JavaScript, where no TypeScript loader is', () => {
    // Inside node_modules, so that the built files find the installed packages and nothing looks for sources there.
    mkdirSync(join(root, 'node_modules', '.cache'), { recursive: true });
    const folder = mkdtempSync(join(root, 'node_modules', '.cache', 'yavka-built-'));
    folders.push(folder);
    const built = (rootDir: string, outDir: string, files: string[]): void => {
      const options = { rootDir, outDir, composite: false, incremental: false, noCheck: true, types: ['node'] };
      const config = { extends: join(root, 'tsconfig.base.json'), compilerOptions: options, files };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
      execFileSync(process.execPath, [compiler, '-p', folder], { cwd: root, stdio: 'pipe' });
    };
    const shared = join(folder, 'node_modules', '@yavka', 'shared');
    mkdirSync(shared, { recursive: true });
    cpSync(join(root, 'shared', 'package.json'), join(shared, 'package.json'));
    const sources = join(root, 'shared', 'src', 'log');
    built(join(root, 'shared', 'src'), join(shared, 'dist'), [
      join(sources, 'seal.ts'),
      join(sources, 'upcast-entry.ts'),
    ]);
    const server = join(root, 'server', 'src');
    const storage = join(server, 'storage');
    built(server, join(folder, 'server', 'dist'), [
      join(storage, 'sqlite-log-store.ts'),
      join(storage, 'sqlite-worker.ts'),
    ]);
    cpSync(join(root, 'server', 'package.json'), join(folder, 'server', 'package.json'));
    writeFileSync(join(folder, 'program.mjs'), program);

    const { NODE_OPTIONS: _loaderOfTheTests, ...env } = process.env;
    const printed = execFileSync(process.execPath, ['program.mjs'], { cwd: folder, encoding: 'utf8', env });
    expect(JSON.parse(printed)).toEqual({ ok: [true, true, true], followed: [1, 2, 3, 4] });
  });
});

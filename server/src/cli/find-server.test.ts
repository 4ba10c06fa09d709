import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, describe, expect, it } from 'vitest';

import { storeFolder } from '../storage/store-folder.ts';
import { findServer } from './find-server.ts';

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

/** A data folder in which a live and a rehearsal server were started on one port, of which one is there now. */
async function folderOf(serving: 'live' | 'rehearsal') {
  const server = createServer((request, response) => {
    response.writeHead(request.headers.authorization === `Bearer ${serving}-token` ? 200 : 401).end('{"tokens":[]}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endings.push(() => server.close());
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const dataDir = await mkdtemp(path.join(tmpdir(), 'yavka-find-'));
  endings.push(() => rm(dataDir, { recursive: true }));
  for (const mode of ['live', 'rehearsal'] as const) {
    const folder = storeFolder(dataDir, mode);
    await mkdir(folder, { recursive: true });
    const start = { url, adminToken: `${mode}-token`, deskToken: null, replayToken: null };
    await writeFile(path.join(folder, 'server.json'), JSON.stringify(start));
  }
  return { url, dataDir, databaseUrl: undefined };
}

describe('finding the server of a data folder', () => {
  it('[CLI-2] takes the one that serves the folder, not what an earlier start wrote of the same port', async () => {
    const { url, dataDir } = await folderOf('rehearsal');
    const where = { url: undefined, token: undefined, dataDir, databaseUrl: undefined };
    expect(await findServer({ ...where, mode: undefined })).toEqual({ url, token: 'rehearsal-token' });
    await expect(findServer({ ...where, mode: 'live' })).rejects.toThrow(/No server is running/);
  });
});

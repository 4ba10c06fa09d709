import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { resolvedPackSchema } from '@yavka/shared/pack/pack';

import { loadPack } from './load-pack.ts';
import { PackRefused } from './pack-refused.ts';
import { ownPacksDir } from './read-pack-folder.ts';

let packsDir = '';

/** A folder of packs with one copy of the test pack, whose files a test may spoil. */
beforeEach(async () => {
  packsDir = await mkdtemp(path.join(os.tmpdir(), 'yavka-packs-'));
  await cp(path.join(ownPacksDir(), 'test-two-zones'), path.join(packsDir, 'test-two-zones'), { recursive: true });
});

afterEach(async () => {
  await rm(packsDir, { recursive: true, force: true });
});

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const at = path.join(packsDir, 'test-two-zones', file);
  await writeFile(at, change(await readFile(at, 'utf8')));
}

async function refusal(packId: string): Promise<PackRefused> {
  const error: unknown = await loadPack(packId, packsDir).catch((refused: unknown) => refused);
  if (!(error instanceof PackRefused)) throw new Error('The pack was not refused.');
  return error;
}

describe('every pack of the product', async () => {
  const items = await readdir(ownPacksDir(), { withFileTypes: true });
  const packIds = items.filter((item) => item.isDirectory()).map(({ name }) => name);

  it.each(packIds)('[PACK-15] %s loads, and resolves to what clients accept', async (packId) => {
    const { resolved } = await loadPack(packId);
    expect(resolvedPackSchema.parse(resolved)).toEqual(resolved);
  });

  it.each(packIds)(
    '[PACK-16] the zones of %s agree with the tables of a machine that is up to date',
    async (packId) => {
      expect((await loadPack(packId)).warnings).toEqual([]);
    },
  );
});

describe('loading a pack', () => {
  it('[PACK-15] refuses one that does not fit together, with every file, place and reason', async () => {
    await edit('pack.json', (text) => text.replace('"parent": "TT"', '"parent": "XX"'));
    await edit('recorded-day.json', (text) => text.replace('"cutoff": "12:00"', '"cutoff": "13:00"'));
    const refused = await refusal('test-two-zones');
    expect(refused.problems.map(({ file, path: place }) => `${file} ${place}`)).toEqual([
      'pack.json areas[1].parent',
      'recorded-day.json announcements[0].cutoff',
    ]);
    expect(refused.message).toContain('pack.json areas[1].parent: No area is called XX.');
    expect(refused.message).toContain('recorded-day.json announcements[0].cutoff: No cutoff is called 13:00.');
  });

  it('[PACK-15] refuses a file that is no JSON, and a file of the wrong shape', async () => {
    await edit('sources.json', (text) => text.slice(0, -10));
    expect((await refusal('test-two-zones')).message).toMatch(/sources\.json: The file is no JSON/);
    await edit('sources.json', () => '[]');
    expect((await refusal('test-two-zones')).problems[0]?.file).toBe('sources.json');
  });

  it('[PACK-15] names the packs there are when there is no such pack, also for an id that leads out of the folder', async () => {
    expect((await refusal('nowhere')).message).toContain('There are: test-two-zones.');
    expect((await refusal('../test-two-zones')).message).toContain('no such pack');
  });

  it('[PACK-15] refuses a pack whose folder has another name', async () => {
    await edit('pack.json', (text) => text.replace('"id": "test-two-zones"', '"id": "elsewhere"'));
    expect((await refusal('test-two-zones')).problems).toEqual([
      expect.objectContaining({ file: 'pack.json', path: 'id' }),
    ]);
  });

  it('[PACK-17] gives a pack one hash however its files are written, and another for any other content', async () => {
    const { packHash } = (await loadPack('test-two-zones', packsDir)).resolved;
    expect(packHash).toMatch(/^[0-9a-f]{64}$/);
    await edit('pack.json', (text) =>
      JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text) as object).reverse())),
    );
    expect((await loadPack('test-two-zones', packsDir)).resolved.packHash).toBe(packHash);
    await edit('earlier-votes.json', (text) => text.replace('2850', '2860'));
    expect((await loadPack('test-two-zones', packsDir)).resolved.packHash).not.toBe(packHash);
  });

  it('[PACK-17] addresses the geometry by its contents', async () => {
    const before = await loadPack('test-two-zones', packsDir);
    expect(before.geometry?.path).toMatch(/^\/api\/v1\/geometry\/[0-9a-f]{64}\.json$/);
    expect(before.resolved.geometryPath).toBe(before.geometry?.path);
    expect(JSON.parse(before.geometry?.body ?? '')).toHaveProperty('objects.regions');
    await edit('regions.topo.json', (text) => text.replace('-30.5', '-30.6'));
    const after = await loadPack('test-two-zones', packsDir);
    expect(after.geometry?.path).not.toBe(before.geometry?.path);
    expect(after.geometry?.etag).not.toBe(before.geometry?.etag);
  });

  it('[PACK-16] says where the machine and the pack disagree, and keeps to the pack', async () => {
    await edit('pack.json', (text) =>
      text.replace('{ "from": "2023-03-26", "utcOffset": "+00:00"', '{ "from": "2023-03-26", "utcOffset": "-02:00"'),
    );
    const { resolved, warnings } = await loadPack('test-two-zones', packsDir);
    expect(warnings).toEqual([
      expect.stringMatching(/2023-05-21 Atlantic\/Azores is -120 minutes .* and 0 by this machine/),
    ]);
    expect(resolved.zoneOffsets['west']).toBe(-120);
    expect(resolved.areaHours['TT-W']?.opensAt).toBe(Date.parse('2023-05-21T08:00-02:00'));
  });
});

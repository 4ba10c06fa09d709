import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

import { openSqliteLogStore } from '@yavka/server/storage/sqlite-log-store';
import { verifyLog } from '@yavka/server/storage/verify-log';
import { firstBrokenSeq, genesisHash } from '@yavka/shared/log/seal';
import type { Entry } from '@yavka/shared/log/entry';
import { entryVersion } from '@yavka/shared/log/entry';
import { payloadSchema } from '@yavka/shared/log/payload';
import { upcastEntry } from '@yavka/shared/log/upcast-entry';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { foldFor } from './fold-released.ts';
import { loadOldDatabase } from './load-old-database.ts';
import { shapeSchema } from './shape.ts';

/**
 * The logs that released versions have left behind, and how they fold. A line here is never changed: when a test fails
 * the program is wrong, or `upcastEntry` lacks a step.
 */
const released = {
  v1: {
    log: 'e972eb459181e8c5ce6cf72033731163954dee99de9e79da732ac67700dd0137',
    expected: '9c350d83527a78985126ab07a3063228bdfab0136c090129591e95ad52c2e556',
  },
  // With what other sources said of a figure, and who brought one by hand.
  'v1.1': {
    log: '383a63a99118d50c31b01331907eaa4e48a22403b799bc910f5041468543316d',
    expected: '3405be6f53e9534a2184ded7a7a34ac93e1c5d4a1d392002f5634211957e65a7',
  },
  // With answers to dispatches, and the language of their words.
  'v1.2': {
    log: '2b3c3562f15633c3de6ca2a991fbdd76ef560b09f555b0c82c1c12d62dde4789',
    expected: '6186878dc4f8db93fb75b26fede10a9fa84f5dbdaa9b6ded517fdaf36d498498',
  },
} as const satisfies Record<string, { log: string; expected: string }>;
type Version = keyof typeof released;
const versions = Object.keys(released) as Version[];

const folder = path.dirname(fileURLToPath(import.meta.url));
const fileOf = (version: Version, name: string): Buffer => readFileSync(path.join(folder, version, name));
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const foldedSchema = z.object({ digest: z.string(), summary: z.unknown() });
const expectedSchema = z.object({ shape: shapeSchema, desk: foldedSchema, public: foldedSchema });

const linesOf = (version: Version): string[] =>
  gunzipSync(fileOf(version, 'log.ndjson.gz')).toString().trimEnd().split('\n');
const entriesOf = (version: Version): Entry[] => linesOf(version).map((line) => upcastEntry(JSON.parse(line)));

describe.each(versions)('a log that version %s has written', (version) => {
  it('[RUN-10] is the one that was left, with what it folded to', () => {
    expect({
      log: sha256(fileOf(version, 'log.ndjson.gz')),
      expected: sha256(fileOf(version, 'expected.json')),
    }).toEqual(released[version]);
    expect(
      readdirSync(folder, { withFileTypes: true })
        .filter((item) => item.isDirectory())
        .map(({ name }) => name),
    ).toEqual(versions);
  });

  it('[RUN-10] folds to the state that it folded to then, for the desk and for the public', () => {
    const { shape, ...expected } = expectedSchema.parse(JSON.parse(fileOf(version, 'expected.json').toString()));
    const entries = entriesOf(version);
    for (const audience of ['desk', 'public'] as const) {
      const folded = foldFor(audience, entries, shape);
      expect(folded.summary).toEqual(expected[audience].summary);
      expect(folded.digest, 'the summary is the same, something finer is not').toBe(expected[audience].digest);
    }
    expect(expected.desk.digest).not.toBe(expected.public.digest);
  });

  it('[RUN-10] has the chain of hashes that it was written with', () => {
    const raw = linesOf(version).map((line) => JSON.parse(line) as Entry);
    expect(firstBrokenSeq({ seq: 0, hash: genesisHash }, raw)).toBeNull();
  });
});

describe('the newest version’s log', () => {
  it('[RUN-10] has every kind of entry that the version has', () => {
    const newest = versions.findLast((version) => entriesOf(version).some(({ v }) => v === entryVersion));
    if (newest === undefined) throw new Error(`no log of version ${String(entryVersion)} is kept`);
    const written = new Set(entriesOf(newest).map(({ payload }) => payload.type));
    expect(
      payloadSchema.def.options.flatMap(({ shape }) => shape.type.def.values).filter((type) => !written.has(type)),
    ).toEqual([]);
    const kinds = entriesOf(newest).flatMap(({ payload }) =>
      payload.type === 'figure.entered' || payload.type === 'figure.corrected' ? [payload.revision.kind] : [],
    );
    expect([...new Set(kinds)].toSorted()).toEqual([
      ...['basis-change', 'entered', 'refined', 'source-correction', 'typo', 'withdrawn'],
    ]);
  });
});

describe('the database of the first version', () => {
  it('[RUN-10] opens with its log, tokens, words and settings as they were', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'yavka-old-'));
    try {
      const lines = linesOf('v1');
      mkdirSync(path.join(dataDir, 'rehearsal'));
      loadOldDatabase({
        file: path.join(dataDir, 'rehearsal', 'yavka.db'),
        schema: fileOf('v1', 'sqlite-schema.sql').toString(),
        lines,
      });
      const store = await openSqliteLogStore({ dataDir, mode: 'rehearsal' });
      const head = await store.currentLog();
      expect(head).toMatchObject({ logId: 'released-v1', seq: lines.length });
      expect(await verifyLog(store, 'released-v1')).toMatchObject({ entries: lines.length, problem: null });
      const { shape, desk } = expectedSchema.parse(JSON.parse(fileOf('v1', 'expected.json').toString()));
      expect(foldFor('desk', await store.read('released-v1', 0, lines.length), shape).digest).toBe(desk.digest);
      expect(await store.tokens.list()).toMatchObject([{ role: 'admin', label: 'start', revokedAt: null }]);
      expect(await store.getText('sha256:kept')).toBe('A queue.');
      expect(await store.getText('sha256:erased')).toBeNull();
      expect(await store.getMeta('replay:released-v1')).toBe('{"at":1}');
      await store.close();
    } finally {
      rmSync(dataDir, { recursive: true });
    }
  });
});

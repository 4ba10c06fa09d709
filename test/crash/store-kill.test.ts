import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openSqliteLogStore } from '@yavka/server/storage/sqlite-log-store';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { buildIfStale } from '../../server/build-if-stale.mjs';
import { killWriters } from './kill-writers.ts';

const kills = 10;

describe('killing a process that writes into the SQLite store', () => {
  let dataDir: string;
  // The writers run what is built.
  beforeAll(() => buildIfStale({ only: ['server'] }));
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'yavka-kill-'));
  });
  afterEach(() => {
    rmSync(dataDir, { recursive: true, force: true });
  });

  // Fifty in all, in parts that each have the time of a test to themselves.
  it.each([1, 2, 3, 4, 5].map((part) => 20_221_120 + part))(
    `[LOG-26][LOG-24] loses and repeats nothing acknowledged over ${String(kills)} SIGKILLs, seed %i`,
    async (seed) => {
      const heldWhileWriting: string[] = [];
      await killWriters({
        ...{ store: ['sqlite', dataDir], kills, seed },
        open: () => openSqliteLogStore({ dataDir, mode: 'rehearsal' }),
        whileWriting: async () => {
          const refusal = await openSqliteLogStore({ dataDir, mode: 'rehearsal' }).then(
            () => 'none',
            (error: unknown) => (error instanceof Error ? error.name : String(error)),
          );
          heldWhileWriting.push(refusal);
        },
      });
      expect(heldWhileWriting).toEqual(Array.from({ length: kills }, () => 'FolderHeld'));
    },
  );
});

import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { isStale } from '../server/build-if-stale.mjs';

const product = {
  stamp: 'server/dist/.built',
  sources: ['settings.json', 'shared/src', 'client'],
  needs: 'server/dist/main.js',
};
let folder: string;

/** Writes a file and gives it and every folder above it a time, seconds. */
function put(file: string, seconds: number): void {
  mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(folder, file), '');
  for (let inside = file; inside !== '.'; inside = path.dirname(inside))
    utimesSync(path.join(folder, inside), seconds, seconds);
}

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'yavka-stale-'));
  put('shared/src/log/seal.ts', 100);
  put('client/src/board/main.tsx', 100);
  put('client/package.json', 100);
  put('settings.json', 100);
  put('server/dist/main.js', 210);
  put('server/dist/.built', 200);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('what must be built', () => {
  it('[HOUSE-22] nothing, when the last build began after every source was saved', () => {
    expect(isStale(product, folder)).toBe(false);
  });

  it('[HOUSE-22] what was never built, and what lost its output', () => {
    rmSync(path.join(folder, 'server/dist/main.js'));
    expect(isStale(product, folder)).toBe(true);
    put('server/dist/main.js', 210);
    rmSync(path.join(folder, 'server/dist/.built'));
    expect(isStale(product, folder)).toBe(true);
  });

  it('[HOUSE-22] what has a source or a setting saved since, also while it was being built', () => {
    put('shared/src/log/seal.ts', 205);
    expect(isStale(product, folder)).toBe(true);
    put('shared/src/log/seal.ts', 100);
    put('settings.json', 300);
    expect(isStale(product, folder)).toBe(true);
  });

  it('[HOUSE-22] what had a source taken away', () => {
    put('shared/src/log/gone.ts', 100);
    utimesSync(path.join(folder, 'shared/src/log'), 300, 300);
    expect(isStale(product, folder)).toBe(true);
  });

  it('[HOUSE-22] not what only had a test changed, or its own output written', () => {
    writeFileSync(path.join(folder, 'shared/src/log/seal.test.ts'), '');
    utimesSync(path.join(folder, 'shared/src/log'), 100, 100);
    put('client/dist/site/index.html', 300);
    expect(isStale(product, folder)).toBe(false);
  });
});

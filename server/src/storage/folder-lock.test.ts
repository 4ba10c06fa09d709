import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { FolderHeld, holdFolder } from './folder-lock.ts';

describe('holding a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yavka-lock-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('[LOG-24] lets one in, and tells the second one which folder is held', () => {
    const first = holdFolder(folder);
    expect(() => holdFolder(folder)).toThrow(FolderHeld);
    expect(() => holdFolder(folder)).toThrow(folder);
    first.release();
    first.release();
    const second = holdFolder(folder);
    expect(() => holdFolder(folder)).toThrow(FolderHeld);
    second.release();
  });

  it('[LOG-24] tells a folder that cannot be used from one that is held', () => {
    expect(() => holdFolder(join(folder, 'missing'))).toThrow(expect.objectContaining({ name: 'StoreUnavailable' }));
    writeFileSync(join(folder, 'lock.db'), 'no database at all, yet as long as the header of one is'.repeat(20));
    expect(() => holdFolder(folder)).toThrow(expect.objectContaining({ name: 'StoreUnavailable' }));
  });
});

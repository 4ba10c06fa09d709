import { describe, expect, it } from 'vitest';

import { isTestFile, readSourceFiles } from './source-file.ts';

const onAir = ['client/src/scenes', 'client/src/studio', 'shared/src/scenes'];

describe('what is on the air', () => {
  it.each(onAir)('[DIS-5] %s knows of no dispatches', (folder) => {
    const files = readSourceFiles(folder, ['.ts', '.tsx']).filter((file) => !isTestFile(file));
    expect(files.length).toBeGreaterThan(2);
    expect(files.filter(({ text }) => /dispatch/i.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

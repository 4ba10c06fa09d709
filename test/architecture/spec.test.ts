import { describe, expect, it } from 'vitest';

import { readRules, rulesIn } from './read-rules.ts';
import { scanModule } from './scan-module.ts';
import { isTestFile, readSourceFiles } from './source-file.ts';

/** Ids cited in brackets by the strings of a test file: `[LOG-3]`, `[LOG-1, LOG-2] …`. */
function citedIn(file: { path: string; text: string }): string[] {
  const strings = scanModule(file).strings.map(({ name }) => name);
  return strings.flatMap((text) =>
    [...text.matchAll(/\[([A-Z]{2,6}-\d+(?:, ?[A-Z]{2,6}-\d+)*)\]/g)].flatMap((found) => (found[1] ?? '').split(/, ?/)),
  );
}

// The fixtures of these tests cite rules that nobody has.
const testFiles = ['shared/src', 'server/src', 'client/src', 'test']
  .flatMap((folder) => readSourceFiles(folder, ['.ts', '.tsx']))
  .filter((file) => isTestFile(file) && file.path !== 'test/architecture/spec.test.ts');

describe('SPEC.md and the tests', () => {
  it('[HOUSE-18] cite each other both ways', () => {
    const rules = readRules();
    const citations = testFiles.flatMap((file) => citedIn(file).map((id) => ({ id, path: file.path })));
    const cited = new Set(citations.map(({ id }) => id));
    expect
      .soft(
        [...rules.keys()].filter((id) => !cited.has(id)),
        'rules that no test cites',
      )
      .toEqual([]);
    expect
      .soft(
        [...new Set(citations.filter(({ id }) => !rules.has(id)).map(({ id, path }) => `${id} in ${path}`))],
        'citations of no rule',
      )
      .toEqual([]);
    expect(rules.size).toBeGreaterThan(20);
  });

  it('reads rules over several lines and refuses an id that is there twice', () => {
    expect([...rulesIn('- **AB-1** One\n  sentence.\n- **AB-2** Two.\n')]).toEqual([
      ['AB-1', 'One sentence.'],
      ['AB-2', 'Two.'],
    ]);
    expect(() => rulesIn('- **AB-1** One.\n- **AB-1** Two.\n')).toThrow('AB-1 is there twice');
  });

  it('finds citations in titles, several at once, and none in comments', () => {
    const text = "// [AB-9]\nit('[AB-1] a', () => {});\nit(`[AB-2, AB-3] seed ${1} [AB-4]`, () => {});";
    expect(citedIn({ path: 'test/a.ts', text })).toEqual(['AB-1', 'AB-2', 'AB-3', 'AB-4']);
  });
});

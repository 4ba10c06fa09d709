import type { Breach } from './breach.ts';
import type { ScannedModule } from './scan-module.ts';
import type { SourceFile } from './source-file.ts';
import { isTestFile } from './source-file.ts';

const emptyNames = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'types', 'misc', 'index', 'lib', 'stuff']);
const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** HOUSE-13 */
export function misnamed(files: readonly SourceFile[]): Breach[] {
  return files.flatMap(({ path, text }) => {
    const base = baseOf(path);
    const stem = base.replace(/(\.[a-z0-9]+)*\.(tsx?|mjs|css|html)$/, '');
    if (emptyNames.has(stem.toLowerCase()) && base !== 'index.html')
      return [{ path, what: `"${stem}" says nothing of what is in it` }];
    const isComponent = base.endsWith('.tsx') && stem !== 'main';
    if (!isComponent) return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(stem) ? [] : [{ path, what: 'is not kebab-case' }];
    if (!/^[A-Z][A-Za-z0-9]*$/.test(stem)) return [{ path, what: 'is not PascalCase, as a component is' }];
    const exportsIt = new RegExp(`export (const|function|class) ${stem}\\b`).test(text);
    return exportsIt || base.endsWith('.test.tsx') || isTestFile({ path })
      ? []
      : [{ path, what: `exports no ${stem}` }];
  });
}

/** HOUSE-14 */
export function barrels(modules: readonly ScannedModule[]): Breach[] {
  return modules
    .filter((module) => module.isBarrel)
    .map(({ path }) => ({ path, what: 'only passes on what others export' }));
}

/** HOUSE-15: files over the measure, each with the answer to why. */
const longFileAnswers: Readonly<Record<string, string>> = {};
const longestFile = 300;
const medianFile = 100;

export function tooLong(
  modules: readonly ScannedModule[],
  answers: Readonly<Record<string, string>> = longFileAnswers,
): Breach[] {
  const product = modules.filter((module) => /^(shared|server|client)\/src\//.test(module.path) && !isTestFile(module));
  const lengths = product.map((module) => module.lines).sort((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
  return [
    ...product
      .filter(({ path, lines }) => lines > longestFile && answers[path] === undefined)
      .map(({ path, lines }) => ({ path, what: `has ${lines} lines and no answer why` })),
    ...Object.keys(answers)
      .filter((path) => !product.some((module) => module.path === path && module.lines > longestFile))
      .map((path) => ({ path, what: 'has an answer and is not long' })),
    ...(median > medianFile ? [{ path: 'the median file', what: `has ${median} lines` }] : []),
  ];
}

/** HOUSE-16: «бюллетень» is a ballot paper; a word so near to it for an announcement misleads. */
export function wrongWords(files: readonly SourceFile[]): Breach[] {
  return files
    .filter((file) => !isTestFile(file))
    .flatMap(({ path, text }) =>
      text
        .split('\n')
        .flatMap((line, index) => (/bulletin/i.test(line) ? [{ path, line: index + 1, what: line.trim() }] : [])),
    );
}

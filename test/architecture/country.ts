import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

import type { Breach } from './breach.ts';
import type { SourceFile } from './source-file.ts';
import { isTestFile, repositoryRoot } from './source-file.ts';

interface PackWords {
  readonly id: string;
  readonly root: string;
  readonly zones: readonly { readonly id: string; readonly offsets: readonly { readonly utcOffset: string }[] }[];
  readonly areas: readonly {
    readonly id: string;
    readonly kind: string;
    readonly zone: string | null;
    readonly names: Readonly<Record<string, string>>;
    readonly shortNames: Readonly<Record<string, string>>;
  }[];
}

/** The packs of real elections. Packs made up for tests (`test-…`) are fixtures: their areas may be called anything. */
export function readRealPacks(): PackWords[] {
  const folder = path.join(repositoryRoot, 'shared/packs');
  return readdirSync(folder, { withFileTypes: true })
    .filter((item) => item.isDirectory() && !item.name.startsWith('test-'))
    .map((item) => JSON.parse(readFileSync(path.join(folder, item.name, 'pack.json'), 'utf8')) as PackWords);
}

/**
 * Patterns of everything by which a pack's country could be known: the pack's id, the code of its root and its areas,
 * and the names and offsets of its areas, less the words that many of them share ("region", "city"). Russian and Kazakh names match
 * in every case of theirs.
 */
export function countryPatterns(packs: readonly PackWords[]): RegExp[] {
  return packs.flatMap((pack) => {
    const areas = pack.areas.filter((area) => area.kind !== 'abroad');
    const namesOf = (area: PackWords['areas'][number]): string[] => [
      ...Object.values(area.names),
      ...Object.values(area.shortNames),
    ];
    const wordsOf = (name: string): string[] => name.split(/\s+/);
    const own = new Set(
      areas
        .filter((area) => area.id === pack.root)
        .flatMap(namesOf)
        .flatMap(wordsOf),
    );
    const sharedBy = new Map<string, number>();
    for (const area of areas) {
      for (const word of new Set(namesOf(area).flatMap(wordsOf))) sharedBy.set(word, (sharedBy.get(word) ?? 0) + 1);
    }
    const isGeneric = (word: string): boolean => !own.has(word) && ((sharedBy.get(word) ?? 0) >= 3 || word.length < 3);
    const names = new Set(
      areas.flatMap(namesOf).map((name) =>
        wordsOf(name)
          .filter((word) => !isGeneric(word))
          .join(' '),
      ),
    );
    const escape = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    const inEveryCase = (name: string): string => {
      if (!/\p{Script=Cyrillic}/u.test(name)) return String.raw`${escape(name)}(?!\p{L})`;
      const stem = name.replace(/(ая|ый|ий|ой|[аяыиь])$/u, '');
      return escape(stem.length >= 4 ? stem : name);
    };
    const home = new Set(areas.map((area) => area.zone));
    const offsets = pack.zones
      .filter((zone) => home.has(zone.id))
      .flatMap((zone) => zone.offsets.map(({ utcOffset }) => utcOffset));
    return [
      ...[...new Set(offsets)].map((offset) => new RegExp(String.raw`(?<!\d)${escape(offset)}`, 'u')),
      new RegExp(String.raw`(?<![\p{L}\d])${escape(pack.id)}`, 'u'),
      new RegExp(String.raw`(?<![\p{L}\d])${escape(pack.root)}(?![\p{L}\d])`, 'u'),
      ...[...names]
        .filter((name) => name.length >= 3)
        .map((name) => new RegExp(String.raw`(?<!\p{L})${inEveryCase(name)}`, 'u')),
    ];
  });
}

/** A zone of civil time by name or by offset. */
const zonePatterns = [
  /\b(UTC|GMT)\s?[+\u2212-]\s?\d/,
  /\b(Asia|Europe|America|Africa|Australia|Pacific|Atlantic)\/[A-Z]/,
];

/** HOUSE-17 */
export function countryKnown(files: readonly SourceFile[], patterns: readonly RegExp[]): Breach[] {
  return files
    .filter((file) => !isTestFile(file) && !file.path.startsWith('shared/packs/'))
    .flatMap(({ path: filePath, text }) =>
      text.split('\n').flatMap((line, index) =>
        [...patterns, ...zonePatterns].flatMap((pattern) => {
          const found = pattern.exec(line);
          return found === null ? [] : [{ path: filePath, line: index + 1, what: `says ${found[0]}` }];
        }),
      ),
    );
}

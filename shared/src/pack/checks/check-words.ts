import type { PackFiles } from '../pack-files.ts';
import { packFileNames } from '../pack-files.ts';
import type { Localized } from '../../ids.ts';
import type { PackPath, PackProblem } from '../pack-problem.ts';
import { packProblem } from '../pack-problem.ts';
import { walkJson } from '../walk-json.ts';

/** Proper names and their abbreviations may be the same word in two languages; everything else is translated. */
function isProperName(path: PackPath): boolean {
  const [list] = path;
  const field = path.at(-1);
  return (
    (list === 'areas' && (field === 'names' || field === 'shortNames' || field === 'abbreviations')) ||
    (list === 'stations' && (field === 'names' || field === 'state'))
  );
}

function isLocalized(value: unknown): value is Localized {
  return (
    value !== null &&
    typeof value === 'object' &&
    ['kk', 'ru', 'en'].every((language) => typeof (value as Record<string, unknown>)[language] === 'string')
  );
}

/** Words in three languages: none blank, and none left untranslated. */
export function checkWords(files: PackFiles): PackProblem[] {
  return [packFileNames.pack, packFileNames.earlierVotes, packFileNames.recordedDay].flatMap((file) => {
    const problems: PackProblem[] = [];
    walkJson(files[file], (value, path) => {
      if (!isLocalized(value)) return;
      for (const language of ['kk', 'ru', 'en'] as const) {
        if (value[language].trim() !== value[language] || value[language] === '')
          problems.push(packProblem(file, [...path, language], 'The words are blank, or have blanks around them.'));
      }
      if (isProperName(path)) return;
      for (const [one, other] of [
        ['kk', 'ru'],
        ['kk', 'en'],
        ['ru', 'en'],
      ] as const) {
        if (/\p{L}/u.test(value[one]) && value[one] === value[other])
          problems.push(
            packProblem(file, path, `${one} and ${other} say the same: "${value[one]}" is not translated.`),
          );
      }
    });
    return problems;
  });
}

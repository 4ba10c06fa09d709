import { languages } from '../../ids.ts';
import type { ElectionPack } from '../pack.ts';
import type { PackPath, PackProblem } from '../pack-problem.ts';
import { packProblem } from '../pack-problem.ts';
import { packFileNames } from '../pack-files.ts';

const file = packFileNames.pack;

interface Spelling {
  readonly text: string;
  readonly area: ElectionPack['areas'][number];
  readonly path: PackPath;
}

function sameWords(text: string): string {
  return text.trim().toLowerCase().replaceAll('ё', 'е').replaceAll(/\s+/g, ' ');
}

/**
 * A spelling leads to one area. The one pair that may share it is a region and a city of the same name, which
 * announcements tell apart by the words around it.
 */
export function checkSpellings(pack: ElectionPack): PackProblem[] {
  const problems: PackProblem[] = [];
  const byScript = new Map<string, Spelling[]>();
  pack.areas.forEach((area, index) => {
    for (const language of languages) {
      if (area.spellings[language].length === 0)
        problems.push(
          packProblem(
            file,
            ['areas', index, 'spellings', language],
            `No announcement in this language could name ${area.id}.`,
          ),
        );
    }
    for (const [script, texts] of Object.entries(area.spellings)) {
      texts?.forEach((text, place) => {
        const path = ['areas', index, 'spellings', script, place];
        if (sameWords(text) === '') problems.push(packProblem(file, path, 'A spelling is empty.'));
        if (/[()[\]{}]/.test(text))
          problems.push(
            packProblem(file, path, 'A spelling is what an announcement says, without remarks in brackets.'),
          );
        byScript.set(script, [...(byScript.get(script) ?? []), { text, area, path }]);
      });
    }
  });
  for (const spellings of byScript.values()) {
    const first = new Map<string, Spelling>();
    for (const spelling of spellings) {
      const words = sameWords(spelling.text);
      const other = first.get(words);
      if (other === undefined) first.set(words, spelling);
      else {
        const kinds = [other.area.kind, spelling.area.kind].sort().join(' ');
        if (other.area.id === spelling.area.id || kinds !== 'city region') {
          problems.push(packProblem(file, spelling.path, `"${spelling.text}" names ${other.area.id} already.`));
        }
      }
    }
  }
  for (const language of languages) {
    if (pack.capital.spellings[language].length === 0)
      problems.push(
        packProblem(
          file,
          ['capital', 'spellings', language],
          'Announcements in this language could not name capital time.',
        ),
      );
  }
  return problems;
}

import { foldWord } from '../announcement/fold-word.ts';
import type { AreaId } from '../ids.ts';
import type { Area } from '../pack/pack.ts';

/**
 * The areas that a reader means by what was typed so far, in any language: every typed word begins a word of one name
 * or spelling, Kazakh letters and ё as the nearest plain ones. Nothing typed finds all.
 */
export function areasFoundBy(typed: string, areas: readonly Area[]): AreaId[] {
  const wanted = wordsOf(typed);
  return areas.filter((area) => spellingsOf(area).some((words) => isBegunBy(wanted, words))).map((area) => area.id);
}

function isBegunBy(wanted: readonly string[], words: readonly string[]): boolean {
  return wanted.every((start) => words.some((word) => word.startsWith(start)));
}

function spellingsOf({ names, shortNames, abbreviations, spellings }: Area): string[][] {
  const written = [names, shortNames, abbreviations].flatMap((each) => Object.values(each));
  return [...written, ...Object.values(spellings).flatMap((each) => each ?? [])].map(wordsOf);
}

function wordsOf(text: string): string[] {
  return text
    .split(/[\s.,«»"'’()–-]+/u)
    .filter((word) => word !== '')
    .map(foldWord);
}

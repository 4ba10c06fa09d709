import { readFileSync } from 'node:fs';
import path from 'node:path';

import { repositoryRoot } from './source-file.ts';

/** The rules of a text in the form of `shared/SPEC.md`: id → sentence. A repeated id is an error of the text. */
export function rulesIn(text: string): Map<string, string> {
  const rules = new Map<string, string>();
  for (const [, id = '', sentence = ''] of text.matchAll(/^- \*\*([A-Z]+-\d+)\*\* (.+(?:\n {2}.+)*)/gm)) {
    if (rules.has(id)) throw new Error(`${id} is there twice`);
    rules.set(id, sentence.replaceAll(/\n\s+/g, ' '));
  }
  return rules;
}

export function readRules(): Map<string, string> {
  return rulesIn(readFileSync(path.join(repositoryRoot, 'shared/SPEC.md'), 'utf8'));
}

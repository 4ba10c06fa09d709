import { means } from './phrasebook.ts';
import type { Reading } from './reading.ts';
import type { Sentence } from './split-sentences.ts';

/** Pronouns that stand for the turnout just named. */
const pronoun = /^(она|он|it|ол)$/u;

/** Verbs by which a share has come to where it is. */
const motion =
  /^(вырос|возрос|увелич|подня|достиг|дорос|подрос|сниз|rose|risen|climb|grew|grown|increas|reach|jump|surg|жетт|жетк|ості|ости|отти|котерил|артт|улгай)/u;

/**
 * How a sentence without a place goes on from the one before it: by a word that stands for its share («этот показатель»,
 * "it"), or by telling where the share has moved to.
 */
export function goesOnOf({ tokens, marks }: Reading, { from, to }: Sentence): 'reference' | 'motion' | null {
  let moves = false;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    if (means(marks[at], 'backReference') || pronoun.test(token.key)) return 'reference';
    moves ||= motion.test(token.key);
  }
  return moves ? 'motion' : null;
}

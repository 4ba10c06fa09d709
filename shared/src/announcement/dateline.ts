import type { AreaMention } from './area-mention.ts';
import { isSign } from './is-sign.ts';
import { means } from './phrasebook.ts';
import type { Reading } from './reading.ts';
import type { Sentence } from './split-sentences.ts';

/** "CITY, Country, Nov 20, 2022 (Agency)", in tokens. */
export const longestDateline = 16;

/** "CAPITAL – Seven million …", "CITY, Nov 20 (Agency) - More than": the town a report is sent from, which its sentence is not about. */
export function isDateline({ tokens, marks, mentions }: Reading, sentence: Sentence, mention: AreaMention): boolean {
  const named = mention.kind === 'city' || (mention.kind === 'region' && mention.to - mention.from === 1);
  if (!named || !sentence.lineStart || mention.from !== sentence.from) return false;
  let at = mention.to;
  let dated = false;
  while (at < mention.to + longestDateline && !(isSign(tokens[at], '–', '-') && tokens[at]?.gap !== 'none')) {
    const token = tokens[at];
    const clock = isSign(token, ':') && tokens[at - 1]?.kind === 'digits' && tokens[at + 1]?.kind === 'digits';
    if (token === undefined || token.kind === 'lineBreak' || token.kind === 'percent') return false;
    if (isSign(token, ':') && !clock) return false;
    if (means(marks[at], 'regionNoun', 'cityNoun', 'turnout', 'voted', 'locative')) return false;
    dated ||= means(marks[at], 'month') || isSign(token, '(');
    at += 1;
  }
  if (isSign(tokens[at + 1], '-', '–')) at += 1;
  const first = tokens[at + 1];
  if (at >= mention.to + longestDateline || mentions.has(at + 1)) return false;
  return first?.kind === 'word' && (first.capital || dated) ? true : dated && first?.kind === 'digits';
}

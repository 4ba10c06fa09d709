import type { Language } from '../ids.ts';
import { foldWord } from './fold-word.ts';
import { inOtherKazakhScripts } from './kazakh-scripts.ts';
import type { Token } from './scan.ts';

const folded = (words: string): string[] => words.split(' ').map(foldWord);
const kazakhWords =
  'бойынша және мен пайыз пайызы облысы облысында қаласы сағат жағдай азамат азаматтар сайлаушылар бюллетень алды бұл келу үшін бар болды өңір астам жуық';
const functionWords: ReadonlyMap<string, Language> = new Map<string, Language>([
  ...folded(kazakhWords).map((word) => [word, 'kk'] as const),
  ...kazakhWords
    .split(' ')
    .flatMap(inOtherKazakhScripts)
    .map((word) => [foldWord(word), 'kk'] as const),
  ...folded(
    'в во и на по из к с что это не от за она как процента процентов процент явка составила области областях город получили избирателей часов',
  ).map((word) => [word, 'ru'] as const),
  ...folded(
    'the of in as and to by at is was were had percent region regions turnout voters citizens ballots from with',
  ).map((word) => [word, 'en'] as const),
]);
const kazakhLetter = /[әғқңөұүһі]/iu;
const arabicLetter = /\p{Script=Arabic}/u;

/** The language that most function words and letters of a text belong to; Kazakh in any script is `kk`. Null when none does. */
export function detectLanguage(text: string, tokens: readonly Token[]): Language | null {
  const score = { kk: 0, ru: 0, en: 0 };
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    const language = functionWords.get(token.key);
    if (language !== undefined) score[language] += 2;
    const word = text.slice(token.start, token.end);
    if (kazakhLetter.test(word) || arabicLetter.test(word)) score.kk += 1;
  }
  const best = (['ru', 'kk', 'en'] as const).reduce((a, b) => (score[b] > score[a] ? b : a));
  return score[best] === 0 ? null : best;
}

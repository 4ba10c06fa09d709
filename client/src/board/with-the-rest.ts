import { fetchCode } from '../feed/fetch-code.ts';
import { fetchWords } from '../ui/language.ts';
import { deriveAll } from './model-store.ts';
import { laterWordSources } from './word-sources.ts';

/**
 * A part of the board that is being fetched, and with it what the first view did without: the words and the model of
 * everything else.
 */
export async function withTheRest<Part>(part: () => Promise<Part>): Promise<Part> {
  const [here, { boardModelOf }] = await Promise.all([
    fetchCode(part),
    fetchCode(() => import('./board-model.ts')),
    fetchWords('board', laterWordSources),
  ]);
  deriveAll(boardModelOf);
  return here;
}

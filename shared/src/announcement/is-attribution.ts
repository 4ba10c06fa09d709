import type { Reading } from './reading.ts';
import type { Statement } from './statement.ts';

const says = /^(сообщ|заяви|рассказа|уточни|said$|told$|reported$|announced$|малимде|хабарла|айтты)/u;

/** "An official said so at a briefing": it takes nothing back and says nothing of its own. */
export function isAttribution({ tokens }: Reading, { items, sentence }: Statement): boolean {
  return items.length === 0 && tokens.slice(sentence.from, sentence.to).some(({ key }) => says.test(key));
}

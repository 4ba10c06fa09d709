import { TextDecoder } from 'node:util';

import { ArchiveRefused } from './archive-line.ts';

/**
 * The lines of UTF-8 bytes, without their `\n`; what comes after the last one is no line and is not given. Node's own
 * reader of lines would also end one at U+2028, which may stand in an announcement's words.
 *
 * @throws ArchiveRefused when the bytes are not UTF-8
 */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let pieces: string[] = [];
  for await (const chunk of bytes) {
    const [rest = '', ...whole] = decode(decoder, chunk).split('\n').toReversed();
    for (const line of whole.toReversed()) {
      yield pieces.join('') + line;
      pieces = [];
    }
    pieces.push(rest);
  }
}

function decode(decoder: TextDecoder, chunk: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    throw new ArchiveRefused('The file is not text in UTF-8.');
  }
}

import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const compress = promisify(brotliCompress);

/** How a body goes over the wire. */
export type Encoding = 'br' | 'identity';

/**
 * A text whose last words differ from one answer to the next while everything before them is encoded once: the state of
 * an election is compressed once, and the clock that is sent behind it is the one of the answer.
 */
export interface OpenBody {
  /** The whole text, `end` behind what was encoded before, in pieces to be written one after another. */
  endedBy(end: string, encoding: Encoding): Promise<readonly Buffer[]>;
}

/**
 * @param begin makes the text before the end; called when the body is first asked for, and once
 * @param quality of the compression, 0 to 11: higher is smaller and slower, for what is compressed once in a server's life
 */
export function openBody(begin: () => string, quality = 5): OpenBody {
  let plain: Buffer | null = null;
  let brotli: Promise<Buffer> | null = null;
  const plainOf = (): Buffer => (plain ??= Buffer.from(begin()));
  return {
    endedBy: async (end, encoding) => {
      if (encoding === 'identity') return [plainOf(), Buffer.from(end)];
      brotli ??= compress(plainOf(), {
        params: { [constants.BROTLI_PARAM_QUALITY]: quality },
        // Leaves the stream open, at the border of a byte: another part of it can follow.
        finishFlush: constants.BROTLI_OPERATION_FLUSH,
      }).catch((error: unknown) => {
        // Out of memory, say: the next who asks is not to be told the same for ever.
        brotli = null;
        throw error;
      });
      return [await brotli, brotliEnd(end)];
    },
  };
}

const longestEnd = 1 << 16;

/**
 * The last parts of a brotli stream: `text` as an uncompressed meta-block, then the empty last one (RFC 7932, 9.2).
 * @param text at least one and at most 65 536 bytes in UTF-8
 */
export function brotliEnd(text: string): Buffer {
  const bytes = Buffer.from(text);
  if (bytes.length === 0 || bytes.length > longestEnd) throw new RangeError('the end of a body has 1 to 65536 bytes');
  const header = Buffer.alloc(3);
  // From the lowest bit: not the last (1 bit), a length of four nibbles (2), the length less one (16), uncompressed (1).
  header.writeUIntLE(((bytes.length - 1) << 3) | (1 << 19), 0, 3);
  const lastAndEmpty = Buffer.of(0b11);
  return Buffer.concat([header, bytes, lastAndEmpty]);
}

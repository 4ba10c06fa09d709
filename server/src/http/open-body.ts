import { promisify } from 'node:util';
import { brotliCompress, constants, crc32, gzip } from 'node:zlib';

import type { Compressed, Encoding } from './encoding-for.ts';
import { onceEach } from './once-each.ts';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/**
 * A text whose last words differ from one answer to the next while everything before them is encoded once: the state of
 * an election is compressed once, and the clock that is sent behind it is the one of the answer.
 */
export interface OpenBody {
  /** The whole text, `end` behind what was encoded before, in pieces to be written one after another. */
  endedBy(end: string, encoding: Encoding): Promise<readonly Buffer[]>;
}

/** The beginning of a text as it was compressed, and how that stream is ended by whatever follows. */
interface Begun {
  readonly bytes: Buffer;
  readonly endOf: (text: string) => Buffer;
}

/**
 * @param begin makes the text before the end; called when the body is first asked for, and once
 * @param quality of the compression, 0 to 11: higher is smaller and slower, for what is compressed once in a server's life
 */
export function openBody(begin: () => string, quality = 5): OpenBody {
  let plain: Buffer | null = null;
  const plainOf = (): Buffer => (plain ??= Buffer.from(begin()));
  const begun = onceEach(async (encoding: Compressed) => beginners[encoding](plainOf(), quality));
  return {
    endedBy: async (end, encoding) => {
      if (encoding === 'identity') return [plainOf(), Buffer.from(end)];
      const { bytes, endOf } = await begun(encoding);
      return [bytes, endOf(end)];
    },
  };
}

// Both leave the stream open, at the border of a byte: another part of it can follow.
const beginners = {
  br: async (plain: Buffer, quality: number): Promise<Begun> => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
    const bytes = await compressBrotli(plain, { params, finishFlush: constants.BROTLI_OPERATION_FLUSH });
    return { bytes, endOf: brotliEnd };
  },
  gzip: async (plain: Buffer, quality: number): Promise<Begun> => {
    const level = Math.min(quality + 1, constants.Z_BEST_COMPRESSION);
    const bytes = await compressGzip(plain, { level, finishFlush: constants.Z_SYNC_FLUSH });
    const before = { crc: crc32(plain), length: plain.length };
    return { bytes, endOf: (text) => gzipEnd(text, before) };
  },
};

const longestEnd = 1 << 16;

function endBytesOf(text: string): Buffer {
  const bytes = Buffer.from(text);
  if (bytes.length === 0 || bytes.length > longestEnd) throw new RangeError('the end of a body has 1 to 65536 bytes');
  return bytes;
}

/**
 * The last parts of a brotli stream: `text` as an uncompressed meta-block, then the empty last one (RFC 7932, 9.2).
 * @param text at least one and at most 65 536 bytes in UTF-8
 */
export function brotliEnd(text: string): Buffer {
  const bytes = endBytesOf(text);
  const header = Buffer.alloc(3);
  // From the lowest bit: not the last (1 bit), a length of four nibbles (2), the length less one (16), uncompressed (1).
  header.writeUIntLE(((bytes.length - 1) << 3) | (1 << 19), 0, 3);
  const lastAndEmpty = Buffer.of(0b11);
  return Buffer.concat([header, bytes, lastAndEmpty]);
}

/** What one stored block of deflate holds. */
const storedAtMost = 0xffff;

/**
 * The last parts of a gzip stream: `text` as stored blocks (RFC 1951, 3.2.4), then the sum and the length of everything
 * (RFC 1952, 2.3.1).
 * @param text at least one and at most 65 536 bytes in UTF-8
 * @param before the sum (CRC-32) and the length of the text that was compressed before it
 */
export function gzipEnd(text: string, before: { readonly crc: number; readonly length: number }): Buffer {
  const bytes = endBytesOf(text);
  const blocks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += storedAtMost) {
    const stored = bytes.subarray(at, at + storedAtMost);
    const header = Buffer.alloc(5);
    header.writeUInt8(at + storedAtMost >= bytes.length ? 1 : 0, 0);
    header.writeUInt16LE(stored.length, 1);
    header.writeUInt16LE(stored.length ^ 0xffff, 3);
    blocks.push(header, stored);
  }
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(bytes, before.crc), 0);
  trailer.writeUInt32LE((before.length + bytes.length) % 2 ** 32, 4);
  return Buffer.concat([...blocks, trailer]);
}

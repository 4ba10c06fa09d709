import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { brotliEnd, gzipEnd, openBody } from './open-body.ts';

const text = `{"words":"${'явка 69,31 % '.repeat(500)}","clock":`;
const ends = ['1', '{"at":1668952800000,"rate":60,"running":true}}', 'я'.repeat(32_768)];

describe('a body whose end comes later', () => {
  it.each(ends)('[FEED-42] is, ended and decoded, the whole text (end %#)', async (end) => {
    const body = openBody(() => text);
    expect(brotliDecompressSync(Buffer.concat(await body.endedBy(end, 'br'))).toString()).toBe(text + end);
    // Reads the sum and the length at the stream's end too.
    expect(gunzipSync(Buffer.concat(await body.endedBy(end, 'gzip'))).toString()).toBe(text + end);
    expect(Buffer.concat(await body.endedBy(end, 'identity')).toString()).toBe(text + end);
  });

  it('[FEED-42] is made and compressed once, however many ask for it at once', async () => {
    let made = 0;
    const body = openBody(() => {
      made += 1;
      return text;
    });
    for (const encoding of ['br', 'gzip'] as const) {
      const asked = await Promise.all(ends.map((end) => body.endedBy(end, encoding)));
      for (const [begin] of asked) expect(begin).toBe(asked[0]?.[0]);
    }
    await body.endedBy('1', 'identity');
    expect(made).toBe(1);
  });

  it('[FEED-42] cannot end with nothing, or with more than one block holds', () => {
    for (const end of ['', 'x'.repeat(65_537)]) {
      expect(() => brotliEnd(end)).toThrow(RangeError);
      expect(() => gzipEnd(end, { crc: 0, length: 0 })).toThrow(RangeError);
    }
  });
});

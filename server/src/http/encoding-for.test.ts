import { describe, expect, it } from 'vitest';

import { encodingFor } from './encoding-for.ts';

describe('how a reader takes a body', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['br', 'br'],
    ['BR', 'br'],
    ['gzip, deflate', 'gzip'],
    ['x-gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=0.5, br;q=0.5', 'br'],
    ['gzip,br;q=0.001', 'gzip'],
    ['br ; q=0.9 , gzip ; q=0.8', 'br'],
    ['br;q=0', 'identity'],
    ['br;q=0.0, gzip', 'gzip'],
    ['br;Q=0', 'identity'],
    ['brotli', 'identity'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['*;q=0', 'identity'],
    ['gzip;q=0.5, identity', 'identity'],
    ['gzip, identity', 'gzip'],
    ['gzip;q=1, identity;q=0.5, *;q=0', 'gzip'],
    ['br;q=high, gzip;q=2', 'identity'],
  ])('[FEED-54] is chosen by the weights that he gives: %s', (accepted, encoding) => {
    const headers = accepted === undefined ? {} : { 'accept-encoding': accepted };
    expect(encodingFor({ headers })).toBe(encoding);
  });
});

import { describe, expect, it } from 'vitest';

import type { EntryDraft } from './entry.ts';
import { canonicalJson, firstBrokenSeq, genesisHash, sealEntries, sha256Hex } from './seal.ts';

const draft = (id: string): EntryDraft => ({
  v: 1,
  entryId: id,
  commandId: `c-${id}`,
  actor: { role: 'operator', id: 'op' },
  payload: { type: 'dispatch.textErased', dispatchId: 'd', reason: 'asked for' },
});
const start = { seq: 0, hash: genesisHash, recordedAt: 1000 };

describe('sealing entries', () => {
  it('hashes as SHA-256 does (FIPS 180-4, "abc")', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('[LOG-3] writes one canonical form of a value, whatever the order of its keys', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'ы' }], a: undefined })).toBe('{"b":[1,{"c":"ы","d":null}]}');
  });

  it('[LOG-1] numbers entries without gaps after the head', () => {
    expect(sealEntries({ ...start, seq: 7 }, [draft('a'), draft('b')], 2000).map((entry) => entry.seq)).toEqual([8, 9]);
  });

  it('[LOG-2] never lets recordedAt run back', () => {
    expect(sealEntries(start, [draft('a')], 500)[0]?.recordedAt).toBe(1000);
  });

  it('[LOG-3] finds the first entry that was changed, and one that was taken out', () => {
    const entries = sealEntries(start, [draft('a'), draft('b'), draft('c')], 2000);
    expect(firstBrokenSeq(start, entries)).toBeNull();
    expect(
      firstBrokenSeq(
        start,
        entries.map((entry) => (entry.seq === 2 ? { ...entry, commandId: 'forged' } : entry)),
      ),
    ).toBe(2);
    expect(
      firstBrokenSeq(
        start,
        entries.filter((entry) => entry.seq !== 2),
      ),
    ).toBe(2);
  });
});

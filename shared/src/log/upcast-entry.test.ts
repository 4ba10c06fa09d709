import { describe, expect, it } from 'vitest';

import type { EntryDraft } from './entry.ts';
import { genesisHash, sealEntries } from './seal.ts';
import { upcastEntry } from './upcast-entry.ts';

const draft: EntryDraft = {
  v: 1,
  entryId: 'e',
  commandId: 'c',
  actor: { role: 'operator', id: 'op' },
  payload: { type: 'dispatch.textErased', dispatchId: 'd', reason: 'asked for' },
};
const [entry] = sealEntries({ seq: 0, hash: genesisHash, recordedAt: 0 }, [draft], 5);

describe('reading entries of every version', () => {
  it('[LOG-23] passes an entry of version 1 as it is', () => {
    expect(upcastEntry(JSON.parse(JSON.stringify(entry)))).toEqual(entry);
  });

  it('[LOG-23] names the version that it does not know', () => {
    expect(() => upcastEntry({ ...entry, v: 7 })).toThrow('version 7');
    expect(() => upcastEntry({ seq: 1 })).toThrow('version none');
    expect(() => upcastEntry(null)).toThrow('version none');
  });

  it('[LOG-23] refuses an entry whose shape is not its version’s', () => {
    expect(() => upcastEntry({ ...entry, payload: { type: 'something.else' } })).toThrow();
  });
});

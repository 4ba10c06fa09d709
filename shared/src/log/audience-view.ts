import type { Audience } from './audience.ts';
import type { AudienceEntry, Entry } from './entry.ts';
import { isPublicPayload } from './payload.ts';
import { contentHashOf } from './seal.ts';

/**
 * An entry as an audience may see it: whole, or its place with the hashes that prove the chain. The desk sees
 * everything; the public sees only entries that carry nothing unreleased.
 */
export function audienceView(entry: Entry, audience: Audience): AudienceEntry {
  if (audience === 'desk' || isPublicPayload(entry.payload)) return entry;
  return { seq: entry.seq, contentHash: contentHashOf(entry), hash: entry.hash };
}

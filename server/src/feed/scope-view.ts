import type { AudienceEntry, HiddenEntry } from '@yavka/shared/log/entry';
import { isHidden } from '@yavka/shared/log/entry';
import { contentHashOf } from '@yavka/shared/log/seal';
import type { ElectionPack } from '@yavka/shared/pack/pack';
import type { Scope } from '@yavka/shared/protocol/wire';

/** The area of a `stations:<area>` scope; null for the summary. */
export function areaOfScope(scope: Scope): string | null {
  return scope === 'summary' ? null : scope.slice('stations:'.length);
}

/** What is left of an entry outside its scope: hashed once, however many scopes and joins ask for it. */
const hidden = new WeakMap<AudienceEntry, HiddenEntry>();

/**
 * An entry as a scope may see it. The summary has everything its audience may see; the scope of one area's stations has
 * that area's station reports, and of the rest only the places and hashes, so that its chain can be proved as well.
 */
export function scopeView(entry: AudienceEntry, scope: Scope, pack: ElectionPack): AudienceEntry {
  const area = areaOfScope(scope);
  if (area === null || isHidden(entry) || entry.payload.type === 'log.opened') return entry;
  if (entry.payload.type === 'station.reported') {
    const { station } = entry.payload.report;
    if (pack.stations.some((known) => known.id === station && known.area === area)) return entry;
  }
  const held = hidden.get(entry);
  if (held !== undefined) return held;
  const made = { seq: entry.seq, contentHash: contentHashOf(entry), hash: entry.hash };
  hidden.set(entry, made);
  return made;
}

import type { RevisionState } from '@yavka/shared/log/state';

/** Where a revision stands between an operator's desk and everyone. */
export function standOf(revision: RevisionState): 'entered' | 'verified' | 'released' | 'withdrawn' {
  if (revision.releasedAt !== null) return revision.kind === 'withdrawn' ? 'withdrawn' : 'released';
  return revision.verifiedAt === null ? 'entered' : 'verified';
}

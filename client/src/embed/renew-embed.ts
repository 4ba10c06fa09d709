import type { ShownEmbed } from '@yavka/shared/embeds/embed-plate-of';
import { embedPlateOf } from '@yavka/shared/embeds/embed-plate-of';
import type { EmbedRequest } from '@yavka/shared/embeds/embed-request';
import type { ElectionState } from '@yavka/shared/log/state';
import type { ResolvedPack } from '@yavka/shared/pack/pack';
import { resolvedPackSchema } from '@yavka/shared/pack/pack';
import { snapshotSchema } from '@yavka/shared/protocol/wire';

import type { EmbedWorld } from './follow-pointer.ts';

/** The body of one GET that was answered with 200; rejects otherwise. */
export type GetJson = (path: string) => Promise<unknown>;

/**
 * Draws an embed anew from the snapshot that a pointer names. The election is fetched once. Figures of another election
 * than the page's, or a rehearsal's where the page expects none, are never shown: the last plate stands.
 */
export function embedRenewal(
  request: EmbedRequest,
  get: GetJson,
  show: (plate: ShownEmbed) => void,
): EmbedWorld['renew'] {
  let held: { readonly state: ElectionState; readonly resolved: ResolvedPack } | null = null;
  return async (pointer, now) => {
    const { logId, seq } = pointer;
    if (held === null || held.state.logId !== logId || held.state.seq < seq) {
      const { state } = snapshotSchema.parse(await get(pointer.snapshot));
      const isSame = held !== null && held.resolved.packHash === state.packHash;
      const resolved = isSame && held !== null ? held.resolved : resolvedPackSchema.parse(await get(pointer.election));
      if (resolved.packHash !== state.packHash) throw new Error('the election is not the snapshot’s');
      held = { state, resolved };
    }
    const { state, resolved } = held;
    const isMine = resolved.pack.id === request.election && state.electionId === request.election;
    if (!isMine || (request.expects !== null && state.mode !== request.expects)) return { logId, seq, changesAt: null };
    const plate = embedPlateOf(state, resolved, now, request);
    show(plate);
    return { logId, seq: state.seq, changesAt: plate.changesAt };
  };
}

import type { Audience } from '@yavka/shared/log/audience';
import type { ResolvedPack } from '@yavka/shared/pack/pack';
import { resolvedPackSchema } from '@yavka/shared/pack/pack';
import type { Scope, Snapshot } from '@yavka/shared/protocol/wire';
import { snapshotSchema } from '@yavka/shared/protocol/wire';
import type { Topology } from 'topojson-specification';
import * as z from 'zod/mini';

import type { RejectedReason } from './connection-machine.ts';

/** The answer of one GET; rejects when the server could not be reached. */
export type Get = (
  path: string,
  options: { readonly token?: string; readonly fresh: boolean; readonly signal: AbortSignal },
) => Promise<{ readonly status: number; readonly body: unknown }>;

/** What a page begins with. */
export interface Beginning {
  readonly resolved: ResolvedPack;
  readonly snapshot: Snapshot;
}

export type Reading =
  | { readonly kind: 'read'; readonly beginning: Beginning }
  | { readonly kind: 'failed' }
  | { readonly kind: 'refused'; readonly reason: RejectedReason };

export interface Asked {
  readonly audience: Audience;
  readonly scope: Scope;
  readonly token?: string;
}

const refusedHere = new Set([401, 403]);
/** Of a snapshot that this page is too old, or too new, to read. */
const versionSchema = z.object({ protocolVersion: z.int() });

class Refused extends Error {
  readonly reason: RejectedReason;
  constructor(reason: RejectedReason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Fetches the snapshot, and the election unless the one held is the snapshot's. Everything is read by the schemas
 * before anything is believed. Never rejects.
 */
export async function readBeginning(
  get: Get,
  asked: Asked,
  held: ResolvedPack | null,
  signal: AbortSignal,
): Promise<Reading> {
  try {
    const [snapshot, election] = await Promise.all([
      readSnapshot(get, asked, signal),
      held ?? readElection(get, signal),
    ]);
    const isMine = snapshot.state.packHash === election.packHash;
    const resolved = isMine ? election : await readElection(get, signal);
    // Still another: the server is changing under our feet, and will have settled the next time.
    if (resolved.packHash !== snapshot.state.packHash) return { kind: 'failed' };
    return { kind: 'read', beginning: { resolved, snapshot } };
  } catch (error) {
    return error instanceof Refused ? { kind: 'refused', reason: error.reason } : { kind: 'failed' };
  }
}

async function readSnapshot(get: Get, { audience, scope, token }: Asked, signal: AbortSignal): Promise<Snapshot> {
  const query = new URLSearchParams({ scope, ...(audience === 'desk' ? { audience } : {}) });
  const path = `/api/v1/snapshot?${query.toString()}`;
  // Never out of the browser's cache: the clock in it would be as old as the copy.
  const { status, body } = await get(path, { fresh: true, signal, ...(token === undefined ? {} : { token }) });
  if (refusedHere.has(status)) throw new Refused('notAllowed');
  if (status !== 200) throw new Error(`snapshot: ${String(status)}`);
  const read = snapshotSchema.safeParse(body);
  if (read.success) return read.data;
  throw new Refused(versionSchema.safeParse(body).success ? 'wrongVersion' : 'unreadable');
}

async function readElection(get: Get, signal: AbortSignal): Promise<ResolvedPack> {
  const { status, body } = await get('/api/v1/election', { fresh: false, signal });
  if (status !== 200) throw new Error(`election: ${String(status)}`);
  const read = resolvedPackSchema.safeParse(body);
  if (!read.success) throw new Refused('unreadable');
  return read.data;
}

const topologySchema = z.custom<Topology>(
  (value) =>
    z.object({ type: z.literal('Topology'), objects: z.record(z.string(), z.unknown()) }).safeParse(value).success,
);

/** The outlines of the areas; null when they could not be had this time. Never rejects. */
export async function readGeometry(get: Get, path: string, signal: AbortSignal): Promise<Topology | null> {
  try {
    const { status, body } = await get(path, { fresh: false, signal });
    const read = topologySchema.safeParse(body);
    return status === 200 && read.success ? read.data : null;
  } catch {
    return null;
  }
}

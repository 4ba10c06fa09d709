import { applyEntries } from '@yavka/shared/log/apply-entry';
import type { Audience } from '@yavka/shared/log/audience';
import { emptyState } from '@yavka/shared/log/empty-state';
import type { ElectionState } from '@yavka/shared/log/state';
import type { ElectionPack } from '@yavka/shared/pack/pack';
import type { ElectionClock, Scope } from '@yavka/shared/protocol/wire';
import { PROTOCOL_VERSION } from '@yavka/shared/protocol/wire';

import { machineElapsed } from '../clock/election-clock.ts';
import type { Gateway } from '../feed/gateway.ts';
import { scopeStates } from '../feed/scope-states.ts';
import { scopeView } from '../feed/scope-view.ts';
import type { ElectionHost } from '../live/election-host.ts';
import type { Encoding } from './encoding-for.ts';
import { namedPlaces } from './named-places.ts';
import { openBody } from './open-body.ts';

/** Bodies kept: those of the newest places that were asked for, in each audience and scope. */
const kept = 64;
/** How many places back a snapshot can be fetched by its seq at least; what a pointer may still name is further back in a rush. */
const placesBack = 64;

/** The state at one place of the log as it is sent, encoded once for everyone who asks. */
export interface SnapshotBody {
  /** `logId.audience.scope.seq`, which no other state has. */
  readonly place: string;
  readonly state: Pick<ElectionState, 'logId' | 'seq' | 'recordedAt'>;
  as(encoding: Encoding, clock: ElectionClock): Promise<readonly Buffer[]>;
}

export interface SnapshotBodies {
  /** At the place that the audience has been told of. */
  now(audience: Audience, scope: Scope): SnapshotBody;
  /** For the public at a place of the log in use; null when that has not been reached or lies too far back. */
  at(scope: Scope, logId: string, seq: number): SnapshotBody | null;
}

export function snapshotBodies(deps: {
  readonly host: ElectionHost;
  readonly gateway: Pick<Gateway, 'published'>;
  readonly pack: ElectionPack;
  /** Milliseconds that the machine has counted. */
  readonly elapsed?: () => number;
}): SnapshotBodies {
  const { host, gateway, pack, elapsed = machineElapsed } = deps;
  const named = namedPlaces(elapsed);
  const scopes = scopeStates(host, pack);
  const bodies = new Map<string, SnapshotBody>();

  const bodyOf = (place: string, audience: Audience, scope: Scope, stateOf: () => ElectionState): SnapshotBody => {
    const held = bodies.get(place);
    if (held !== undefined) return held;
    const state = stateOf();
    const open = openBody(() => {
      const begun = JSON.stringify({ protocolVersion: PROTOCOL_VERSION, audience, scope, state });
      return `${begun.slice(0, -1)},"clock":`;
    });
    const made: SnapshotBody = {
      place,
      state,
      as: (encoding, clock) => open.endedBy(`${JSON.stringify(clock)}}`, encoding),
    };
    bodies.set(place, made);
    for (const old of [...bodies.keys()].slice(0, -kept)) bodies.delete(old);
    return made;
  };
  const placeOf = (logId: string, audience: Audience, scope: Scope, seq: number): string =>
    `${logId}.${audience}.${scope}.${String(seq)}`;

  return {
    now: (audience, scope) => {
      const { publicState, deskState } = gateway.published();
      const whole = audience === 'desk' ? deskState : publicState;
      if (audience === 'public') named.name(whole.logId, whole.seq);
      return bodyOf(placeOf(whole.logId, audience, scope, whole.seq), audience, scope, () =>
        scope === 'summary' ? whole : scopes.at(audience, scope, whole.seq),
      );
    },
    at: (scope, logId, seq) => {
      const { publicState } = gateway.published();
      const oldest = Math.min(publicState.seq - placesBack + 1, named.oldest(logId) ?? Number.POSITIVE_INFINITY);
      const isNear = seq >= 1 && seq <= publicState.seq && seq >= oldest;
      if (logId !== publicState.logId || !isNear) return null;
      return bodyOf(placeOf(logId, 'public', scope, seq), 'public', scope, () =>
        applyEntries(
          emptyState(),
          host
            .current()
            .live.told('public')
            .entries.slice(0, seq)
            .map((entry) => scopeView(entry, scope, pack)),
        ),
      );
    },
  };
}

import type { Entries, Scope } from '@yavka/shared/protocol/wire';
import { entriesAtMost, entriesPathOf, PROTOCOL_VERSION } from '@yavka/shared/protocol/wire';
import type { ElectionPack } from '@yavka/shared/pack/pack';

import type { Gateway } from '../feed/gateway.ts';
import { scopeView } from '../feed/scope-view.ts';
import type { ElectionHost } from '../live/election-host.ts';
import type { OpenBody } from './open-body.ts';
import { openBody } from './open-body.ts';

/** Ranges kept encoded: those asked for last. Readers ask for the same blocks, so a few serve all of them. */
const kept = 64;

/** Ranges of the public's entries as they are sent, each encoded once for everyone who asks. */
export interface EntryBodies {
  /** Null when the range is none, too long, of another log than the one in use, or not yet published. */
  at(scope: Scope, logId: string, from: number, to: number): OpenBody | null;
}

export function entryBodies(deps: {
  readonly host: ElectionHost;
  readonly gateway: Pick<Gateway, 'published'>;
  readonly pack: ElectionPack;
}): EntryBodies {
  const { host, gateway, pack } = deps;
  const bodies = new Map<string, OpenBody>();

  const answerOf = (scope: Scope, logId: string, from: number, to: number): Entries => ({
    protocolVersion: PROTOCOL_VERSION,
    logId,
    scope,
    from,
    to,
    entries: host
      .current()
      .live.told('public')
      .entries.slice(from - 1, to)
      .map((entry) => scopeView(entry, scope, pack)),
  });

  return {
    at: (scope, logId, from, to) => {
      const { publicState } = gateway.published();
      const isRange = from >= 1 && from <= to && to - from < entriesAtMost;
      if (!isRange || logId !== publicState.logId || to > publicState.seq) return null;
      const place = entriesPathOf(logId, scope, from, to);
      // Read now and not when it is first sent: by then another log may be in use.
      const held = bodies.get(place) ?? bodyOf(answerOf(scope, logId, from, to));
      bodies.delete(place);
      bodies.set(place, held);
      for (const old of [...bodies.keys()].slice(0, -kept)) bodies.delete(old);
      return held;
    },
  };
}

function bodyOf(answer: Entries): OpenBody {
  return openBody(() => JSON.stringify(answer));
}

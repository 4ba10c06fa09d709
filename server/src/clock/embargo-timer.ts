import type { Actor } from '@yavka/shared/log/entry';
import { sha256Hex } from '@yavka/shared/log/seal';

import type { ElectionHost } from '../live/election-host.ts';

const lookEveryMs = 250;
const clockActor: Actor = { role: 'system', id: 'clock' };

/** Releases what an embargo held once the election's clock has passed it. Asked twice, or by two nodes, it happens once. */
export function embargoTimer(host: ElectionHost): { stop(): void } {
  const timer = setInterval(() => {
    const session = host.current();
    const now = session.clock.now();
    for (const { withholdingId, until, lifted } of Object.values(session.live.told('desk').state.withholdings)) {
      if (lifted || until === null || now < until) continue;
      void session.queue.submit({ type: 'ReleaseDue', commandId: dueIdOf(withholdingId), withholdingId }, clockActor);
    }
  }, lookEveryMs);
  return {
    stop: () => {
      clearInterval(timer);
    },
  };
}

/** The same on every node, so that an embargo ends once; of one length, however long the withholding's own id is. */
function dueIdOf(withholdingId: string): string {
  return `due:${sha256Hex(withholdingId).slice(0, 40)}`;
}

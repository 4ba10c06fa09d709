import type { Step } from '@yavka/shared/analysis/released-state.fixture';
import { audienceView } from '@yavka/shared/log/audience-view';
import type { AudienceEntry, Entry } from '@yavka/shared/log/entry';
import { genesisHash, sealEntries } from '@yavka/shared/log/seal';
import { PROTOCOL_VERSION } from '@yavka/shared/protocol/wire';

import type { Get } from '../../feed/read-server.ts';

export const logId = 'log-1';

/** The whole log of a made-up day, its opening first. */
export function sealedLog(steps: readonly Step[]): Entry[] {
  const opened: Step = {
    at: steps[0]?.at ?? 0,
    payload: { type: 'log.opened', logId, electionId: 'test-two-zones', packHash: 'pack', mode: 'rehearsal' },
  };
  let head = { seq: 0, hash: genesisHash, recordedAt: 0 };
  return [opened, ...steps].flatMap(({ at, payload }, index) => {
    const id = `entry-${String(index + 1)}`;
    const draft = { v: 1, entryId: id, commandId: id, actor: { role: 'operator', id: 'op' }, payload } as const;
    const sealed = sealEntries(head, [draft], at);
    head = sealed[0] ?? head;
    return sealed;
  });
}

export function publicEntries(entries: readonly Entry[]): AudienceEntry[] {
  return entries.map((entry) => audienceView(entry, 'public'));
}

/** A server's answers to whoever asks for ranges of the log; `asked` keeps the addresses. */
export function entriesServer(entries: () => readonly AudienceEntry[]): {
  readonly get: Get;
  readonly asked: string[];
} {
  const asked: string[] = [];
  const get: Get = (path) => {
    asked.push(path);
    const [, log, scope, from, to] = /^\/api\/v1\/entries\/v\d+\/([^/]+)\/([^/]+)\/(\d+)-(\d+)\.json$/.exec(path) ?? [];
    const all = entries();
    if (log !== logId || Number(to) > (all.at(-1)?.seq ?? 0)) return Promise.resolve({ status: 404, body: null });
    const range = all.filter(({ seq }) => seq >= Number(from) && seq <= Number(to));
    const body = {
      protocolVersion: PROTOCOL_VERSION,
      logId,
      scope,
      from: Number(from),
      to: Number(to),
      entries: range,
    };
    // As over the wire: plain copies.
    return Promise.resolve({ status: 200, body: JSON.parse(JSON.stringify(body)) as unknown });
  };
  return { get, asked };
}

import { describe, expect, it } from 'vitest';

import type { Post } from './send-command.ts';
import { sendCommand } from './send-command.ts';

const command = { type: 'VerifyAnnouncement', commandId: 'command-1', announcementId: 'a-1' } as const;
const refusal = { rejected: 'notAllowed', message: { kk: 'жоқ', ru: 'нет', en: 'no' } };

/** A server that answers in turn; `null` is a network that does not. Time passes at once. */
function serverOf(...answers: ({ status: number; body: unknown } | null)[]) {
  const sent: unknown[] = [];
  const waits: number[] = [];
  const post: Post = (_path, body, { token }) => {
    sent.push([body, token]);
    const answer = answers.shift() ?? null;
    return answer === null ? Promise.reject(new Error('no network')) : Promise.resolve(answer);
  };
  const after = (ms: number, run: () => void) => {
    waits.push(ms);
    queueMicrotask(run);
    return () => undefined;
  };
  return { sent, waits, world: { post, after, jitterMs: () => 0 } };
}

describe('[FEED-39] a command is sent until it is answered', () => {
  it('again with the same id while the network is away, each time after a longer pause', async () => {
    const server = serverOf(null, null, { status: 200, body: { seq: 7, entries: 2 } });
    const tries: number[] = [];
    const outcome = await sendCommand(command, 'token', server.world, new AbortController().signal, (n) =>
      tries.push(n),
    );
    expect(outcome).toEqual({ kind: 'acknowledged', seq: 7 });
    expect(server.sent).toEqual(Array.from({ length: 3 }, () => [command, 'token']));
    expect(server.waits).toEqual([1_000, 2_000]);
    expect(tries).toEqual([1, 2]);
  });

  it('again when the store was away; a refusal is an answer', async () => {
    const server = serverOf({ status: 503, body: refusal }, { status: 403, body: refusal });
    const outcome = await sendCommand(command, 't', server.world, new AbortController().signal, () => undefined);
    expect(outcome).toEqual({ kind: 'refused', refusal });
  });

  it('and what cannot be understood is called so, never taken for success', async () => {
    const server = serverOf({ status: 200, body: '<html>' });
    const outcome = await sendCommand(command, 't', server.world, new AbortController().signal, () => undefined);
    expect(outcome).toEqual({ kind: 'unclear', status: 200 });
  });

  it('until it is stopped', async () => {
    const server = serverOf(null);
    const stop = new AbortController();
    const outcome = await sendCommand(command, 't', server.world, stop.signal, () => stop.abort());
    expect(outcome).toEqual({ kind: 'stopped' });
    expect(server.sent).toHaveLength(1);
  });
});

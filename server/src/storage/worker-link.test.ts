import { EventEmitter } from 'node:events';

import { describe, expect, it } from 'vitest';

import type { WorkerReply, WorkerRequest } from './sqlite-calls.ts';
import { WorkerLink } from './worker-link.ts';

class FakeWorker extends EventEmitter {
  readonly asked: WorkerRequest[] = [];

  postMessage(request: WorkerRequest): void {
    this.asked.push(structuredClone(request));
  }

  reply(...replies: WorkerReply[]): void {
    this.emit('message', replies);
  }
}

describe('the link to the store’s worker', () => {
  it('[LOG-21] rejects every call in flight when the worker dies, and every later one', async () => {
    const worker = new FakeWorker();
    const link = new WorkerLink(worker);
    worker.reply({ id: 0, ok: true, value: null });
    await link.opened;
    const inFlight = [link.call('currentLog'), link.call('listLogs')].map((call) =>
      call.catch((error: unknown) => error),
    );
    worker.emit('error', new Error('out of memory'));
    for (const failure of await Promise.all(inFlight)) {
      expect(failure).toMatchObject({ name: 'StoreUnavailable', cause: { message: 'out of memory' } });
    }
    await expect(link.call('currentLog')).rejects.toMatchObject({ name: 'StoreUnavailable' });
    worker.emit('exit', 1);
    expect((await link.ended).cause).toMatchObject({ message: 'out of memory' });
  });

  it('[LOG-21] rejects the opening of a worker that ends before it has opened', async () => {
    const worker = new FakeWorker();
    const link = new WorkerLink(worker);
    worker.emit('exit', 7);
    await expect(link.opened).rejects.toThrow('ended with code 7');
  });

  it('gives each reply to its own call, in whatever order they come', async () => {
    const worker = new FakeWorker();
    const link = new WorkerLink(worker);
    const [first, second] = [link.call('getMeta', 'a'), link.call('getMeta', 'b')];
    const [a, b] = worker.asked.map(({ id }) => id);
    worker.reply({ id: b ?? -1, ok: true, value: 'B' }, { id: a ?? -1, ok: true, value: 'A' });
    expect([await first, await second]).toEqual(['A', 'B']);
  });

  it('makes the store’s errors again from what crossed the border', async () => {
    const worker = new FakeWorker();
    const link = new WorkerLink(worker);
    const refused = link.call('headOf', 'nowhere');
    const failed = link.call('headOf', 'log');
    const [a, b] = worker.asked.map(({ id }) => id);
    worker.reply(
      { id: a ?? -1, ok: false, failure: { kind: 'refused', reason: 'unknownLog', message: 'nowhere' } },
      { id: b ?? -1, ok: false, failure: { kind: 'unavailable', message: 'SQLITE_FULL' } },
    );
    await expect(refused).rejects.toMatchObject({ name: 'StoreRefused', reason: 'unknownLog' });
    await expect(failed).rejects.toMatchObject({ name: 'StoreUnavailable' });
  });

  it('[LOG-11] refuses a draft that cannot cross the border, and keeps working', async () => {
    const worker = new FakeWorker();
    const link = new WorkerLink(worker);
    const uncloneable = [() => 'not data'] as unknown as [];
    await expect(link.call('append', 'log', 0, uncloneable, 0)).rejects.toMatchObject({ reason: 'invalidDraft' });
    const next = link.call('listLogs');
    worker.reply({ id: worker.asked[0]?.id ?? -1, ok: true, value: [] });
    expect(await next).toEqual([]);
  });
});

import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';

import { runBatch } from './run-batch.ts';
import type { WorkerReply, WorkerRequest, WorkerSettings } from './sqlite-calls.ts';
import { openingReplyId } from './sqlite-calls.ts';
import { openDatabase } from './sqlite-database.ts';
import { SqliteLog } from './sqlite-log.ts';

/** The thread that alone touches the database of a store. Everything queued when it wakes becomes one batch. */
function serve(): void {
  const port = parentPort;
  if (port === null) throw new Error('sqlite-worker runs in a worker thread only');
  const reply = (replies: readonly WorkerReply[]): void => {
    port.postMessage(replies);
  };

  const { file, busyTimeoutMs } = workerData as WorkerSettings;
  let db;
  try {
    db = openDatabase(file, busyTimeoutMs);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    reply([{ id: openingReplyId, ok: false, failure: { kind: 'unavailable', message } }]);
    return;
  }
  const log = new SqliteLog(db);
  reply([{ id: openingReplyId, ok: true, value: null }]);

  port.on('message', (first: WorkerRequest) => {
    const requests = [first];
    for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
      requests.push(next.message as WorkerRequest);
    }
    const closing = requests.findIndex(({ name }) => name === 'close');
    const calls = (closing < 0 ? requests : requests.slice(0, closing)).filter((request) => request.name !== 'close');
    if (calls.length > 0) reply(runBatch(db, log, calls));
    const close = requests[closing];
    if (close !== undefined) {
      db.close();
      reply([{ id: close.id, ok: true, value: null }]);
      port.close();
    }
  });
}

serve();

/**
 * A process that says what its store has kept since the last one of its kind, then writes until it is killed, with twelve
 * appends in flight, and prints a line of JSON for every command that it sends and for every one that is acknowledged.
 * It runs the built server's store: JavaScript, so that a process begins in no time.
 *
 * Arguments: `sqlite` and the data folder, or `postgres` and the database's address; the round (commands are named after
 * it); the seed of the batches' sizes; the seq and the hash from which on to say what is kept.
 */
import { writeFileSync } from 'node:fs';

import { firstBrokenSeq } from '@yavka/shared/log/seal';
import { openPostgresLogStore } from '@yavka/server/storage/postgres-log-store';
import { openSqliteLogStore } from '@yavka/server/storage/sqlite-log-store';

const appendsInFlight = 12;
const [kind, place = '', round = '0', seed = '0', keptSeq = '0', keptHash = ''] = process.argv.slice(2);
const mode = 'rehearsal';
const actor = { role: 'system', id: 'writer' };
const opened = { type: 'log.opened', logId: 'log', electionId: 'e', packHash: 'h', mode };

let state = Number(seed) >>> 0;
/** A whole number from `least` to `most`: sizes only, so any stream that the seed settles will do. */
function draw(least, most) {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return least + Math.floor((state / 4_294_967_296) * (most - least + 1));
}

function print(line) {
  // Waits where the pipe is full, which `process.stdout` would not: what was printed outlives this process.
  writeFileSync(1, `${JSON.stringify(line)}\n`);
}

const store =
  kind === 'postgres'
    ? await openPostgresLogStore({ url: place, mode, limitMs: 120_000 })
    : await openSqliteLogStore({ dataDir: place, mode });
if ((await store.currentLog()) === null) {
  await store.openLog('log', [{ v: 1, entryId: 'opened', commandId: 'opened', actor, payload: opened }], 1);
}
const kept = { seq: Number(keptSeq), hash: keptHash };
const since = await store.read('log', kept.seq, 100_000);
const { seq, hash } = await store.headOf('log');
print({
  found: since.map((entry) => [entry.commandId, entry.seq]),
  broken: firstBrokenSeq(kept, since),
  ...{ seq, hash },
});

let head = seq;
let sent = 0;
async function writeOn() {
  // Ends by itself should nobody kill it.
  while (sent < 20_000) {
    const commandId = `round-${round}-command-${sent++}`;
    const drafts = Array.from({ length: draw(1, 3) }, (_, index) => ({
      ...{ v: 1, entryId: `${commandId}-${index}`, commandId, actor },
      payload: { type: 'dispatch.textErased', dispatchId: 'd', reason: 'x'.repeat(draw(1, 1_000)) },
    }));
    const expectedSeq = head;
    head += drafts.length;
    print({ sent: commandId });
    const result = await store.append('log', expectedSeq, drafts, 1);
    if (!result.ok) throw new Error(`append of ${commandId} was refused: ${result.reason}`);
    print({ acknowledged: commandId, seq: result.entries[0].seq });
  }
}

await Promise.all(Array.from({ length: appendsInFlight }, writeOn));
await store.close();

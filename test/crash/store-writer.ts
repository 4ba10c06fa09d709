/**
 * A process that writes into a store until it is killed, with twelve appends in flight, and prints a line of JSON
 * for every command that it sends and for every one that is acknowledged. Started by `store-kill.test.ts`.
 *
 * Arguments: the data folder, the round (commands are named after it), the seed of the batches' sizes.
 */
import { openSqliteLogStore } from '@yavka/server/storage/sqlite-log-store';

import { noteDraft, openedDraft } from '../contract/log-drafts.ts';
import { seededRandom } from '../seeded-random.ts';

const appendsInFlight = 12;
const [dataDir = '', round = '0', seed = '0'] = process.argv.slice(2);
const random = seededRandom(Number(seed));

function print(line: object): void {
  // Pipes are written synchronously here: what was printed outlives this process.
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const store = await openSqliteLogStore({ dataDir, mode: 'rehearsal' });
const current = await store.currentLog();
if (current === null) await store.openLog('log', [openedDraft('log')], 1);
let head = (await store.headOf('log')).seq;
let sent = 0;

async function writeOn(): Promise<void> {
  // Ends by itself should nobody kill it.
  while (sent < 20_000) {
    const commandId = `round-${round}-command-${sent++}`;
    const drafts = Array.from({ length: random.int(1, 3) }, (_, index) => {
      const draft = noteDraft(`${commandId}-${index}`, commandId);
      const payload = {
        type: 'dispatch.textErased',
        dispatchId: 'd',
        reason: 'x'.repeat(random.int(1, 3_000)),
      } as const;
      return { ...draft, payload };
    });
    const expectedSeq = head;
    head += drafts.length;
    print({ sent: commandId });
    const result = await store.append('log', expectedSeq, drafts, 1);
    if (!result.ok) throw new Error(`append of ${commandId} was refused: ${result.reason}`);
    print({ acknowledged: commandId, seq: result.entries[0]?.seq });
  }
}

await Promise.all(Array.from({ length: appendsInFlight }, writeOn));
await store.close();

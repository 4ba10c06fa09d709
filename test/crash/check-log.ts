import type { LogStore } from '@yavka/server/storage/log-store';
import { verifyLog } from '@yavka/server/storage/verify-log';

/** A command that somebody was told is kept, with the seq that he was told. */
export interface Acknowledged {
  readonly commandId: string;
  readonly seq: number;
}

export interface CheckedLog {
  readonly entries: number;
  /** How many commands the log holds, `log.opened`'s among them. */
  readonly commands: number;
  /** What is wrong, in words; empty when the log keeps every promise that was made. */
  readonly problems: readonly string[];
}

const pageSize = 500;

/**
 * Checks a log after a crash, whatever wrote it: the log is contiguous and its chain true, every acknowledged command is
 * there once, at the seq that was told, and nothing is there that nobody had `sent`.
 */
export async function checkLog(
  store: LogStore,
  logId: string,
  acknowledged: readonly Acknowledged[],
  sent: ReadonlySet<string>,
): Promise<CheckedLog> {
  const problems: string[] = [];
  const verified = await verifyLog(store, logId);
  if (verified.problem !== null) {
    problems.push(`entry ${verified.brokenSeq}: ${verified.problem}, ${verified.detail}`);
  }

  const places = new Map<string, number[]>();
  let seq = 0;
  for (
    let page = await store.read(logId, seq, pageSize);
    page.length > 0;
    page = await store.read(logId, seq, pageSize)
  ) {
    for (const entry of page) {
      places.set(entry.commandId, [...(places.get(entry.commandId) ?? []), entry.seq]);
      seq = entry.seq;
    }
  }
  for (const { commandId, seq: told } of acknowledged) {
    const found = places.get(commandId);
    if (found === undefined) problems.push(`${commandId} was acknowledged at ${told} and is lost`);
    else if (found[0] !== told) problems.push(`${commandId} was acknowledged at ${told} and is at ${found.join(', ')}`);
    const kept = await store.seqOfCommand(logId, commandId);
    if (kept !== told) problems.push(`${commandId} was acknowledged at ${told}, a repeat would be told ${kept}`);
  }
  for (const [commandId, found] of places) {
    const whole = found.every((place, index) => place === (found[0] ?? 0) + index);
    if (!whole) problems.push(`${commandId} is there more than once: ${found.join(', ')}`);
    if (!sent.has(commandId) && found[0] !== 1) problems.push(`${commandId} is there and nobody sent it`);
  }
  return { entries: verified.entries, commands: places.size, problems };
}

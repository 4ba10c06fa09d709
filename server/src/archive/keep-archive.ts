import type { LogStore } from '../storage/log-store.ts';
import type { Archive } from './read-archive.ts';
import { ArchiveRefused } from './archive-line.ts';

/** What became of an import: kept (and in use or not), or there already, byte for byte. */
export type Kept = 'inUse' | 'aside' | 'thereAlready';

/**
 * Where an imported log goes: `inUse` puts it in the place of the one in use, which stays readable; `aside` keeps it
 * beside; `unsaid` puts it in use where none is, and is refused where one is.
 */
export type Placing = 'inUse' | 'aside' | 'unsaid';

/**
 * Keeps an archive's log exactly as it was written, in one transaction of the store: a process that dies on the way
 * leaves nothing.
 *
 * @throws ArchiveRefused when the store has another state of that log, or another log in use and nothing was said
 */
export async function keepArchive(store: LogStore, { header, log }: Archive, placing: Placing): Promise<Kept> {
  const current = await store.currentLog();
  if ((await store.listLogs()).includes(header.logId)) {
    await refuseUnlessSame(store, header.logId, log.entries);
    if (placing === 'inUse' && current?.logId !== header.logId) {
      await store.useLog(header.logId);
      return 'inUse';
    }
    return 'thereAlready';
  }
  if (placing === 'unsaid' && current !== null) {
    throw new ArchiveRefused(
      `The store has the log ${current.logId} in use. Say --in-use to put ${header.logId} in its place (the old one is kept), or --aside to keep it beside.`,
    );
  }
  const inUse = placing !== 'aside';
  await store.importLog(log, { inUse, expectedCurrent: current?.logId ?? null });
  return inUse ? 'inUse' : 'aside';
}

/** The same id must mean the same log: which of two histories to keep is not for a program to guess. */
async function refuseUnlessSame(store: LogStore, logId: string, entries: readonly string[]): Promise<void> {
  const { seq: had } = await store.headOf(logId);
  const common = Math.min(had, entries.length);
  const page = 500;
  for (let after = 0; after < common; after += page) {
    const stored = await store.readStored(logId, after, Math.min(page, common - after));
    const differs = stored.findIndex((raw, index) => JSON.stringify(raw) !== entries[after + index]);
    if (differs >= 0) {
      throw new ArchiveRefused(
        `The store has a log ${logId} that differs from the file's from entry ${String(after + differs + 1)} on.`,
      );
    }
  }
  if (had < entries.length) {
    throw new ArchiveRefused(
      `The store has the log ${logId} already, up to entry ${String(had)}; the file goes on to ${String(entries.length)}. Import into a store that does not have it.`,
    );
  }
  if (had > entries.length) {
    throw new ArchiveRefused(
      `The store has the log ${logId} already and more of it: ${String(had)} entries, the file ends at ${String(entries.length)}.`,
    );
  }
}

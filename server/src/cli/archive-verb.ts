import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

import { ArchiveRefused } from '../archive/archive-line.ts';
import { archiveOf } from '../archive/archive-of.ts';
import { keepArchive } from '../archive/keep-archive.ts';
import type { Placing } from '../archive/keep-archive.ts';
import { readArchive } from '../archive/read-archive.ts';
import type { Archive } from '../archive/read-archive.ts';
import { BadSetting, checkedDatabaseUrl } from '../config.ts';
import { FolderHeld } from '../storage/folder-lock.ts';
import type { LogStore } from '../storage/log-store.ts';
import { openStore } from '../storage/open-store.ts';
import { StoreRefused } from '../storage/store-refused.ts';
import { apiAddress } from './api-address.ts';
import { Refused } from './call-server.ts';
import type { WhereToLook } from './find-server.ts';
import { findServer } from './find-server.ts';
import { keptPlaceOf } from './kept-place-of.ts';

/**
 * Writes a log (the one in use when `logId` is undefined) to `file`, `-` for standard output: from the store itself when
 * nobody holds it, else from the server that does. Answers what to print; nothing for standard output.
 *
 * @throws BadSetting, ArchiveRefused, Refused or StoreUnavailable, each with a sentence; then there is no file of that name
 */
export async function exportVerb(where: WhereToLook, file: string, logId: string | undefined): Promise<string | null> {
  const source = await sourceOf(where, logId);
  try {
    if (file === '-') {
      await pipeline(source.text, process.stdout, { end: false });
      return null;
    }
    // Written aside, proven as it lies there, then given its name: nobody takes half a file for a log. Not all of it is
    // released, so it is its owner's alone.
    const aside = `${file}.part`;
    try {
      await pipeline(source.text, createWriteStream(aside, { mode: 0o600 }));
      const { header } = await readArchive(createReadStream(aside));
      await rename(aside, file);
      return `Wrote ${file}: the log ${header.logId}, ${String(header.headSeq)} entries, ending in ${header.headHash}.`;
    } catch (error) {
      await rm(aside, { force: true });
      if (!(error instanceof Error)) throw error;
      if ('syscall' in error && 'path' in error) throw new BadSetting(`${file} cannot be written (${error.message}).`);
      throw error instanceof TypeError ? new BadSetting('The server broke off in the middle of the log.') : error;
    }
  } finally {
    await source.close();
  }
}

/**
 * Takes the log in `file`, `-` for standard input, into the store of its mode, exactly as it was written. Answers what to print.
 *
 * A database may have servers at work: they follow the log that is put in use.
 *
 * @throws BadSetting when a server holds the folder, ArchiveRefused with what is wrong with the file or does not fit
 */
export async function importVerb(where: WhereToLook, file: string, placing: Placing): Promise<string> {
  if (where.url !== undefined)
    throw new BadSetting('A log is imported into the store itself: leave out --url, and say --data or DATABASE_URL.');
  const archive = await readFileOf(file);
  const { logId, mode, headSeq } = archive.header;
  if (where.mode !== undefined && where.mode !== mode)
    throw new ArchiveRefused(`The file holds a ${mode} log; it cannot become a ${where.mode} one.`);
  let store: LogStore;
  try {
    store = await openStore({ dataDir: where.dataDir, databaseUrl: checkedDatabaseUrl(where.databaseUrl), mode });
  } catch (error) {
    if (!(error instanceof FolderHeld)) throw error;
    throw new BadSetting(`${error.message}. A log is imported while no server runs on the folder.`);
  }
  try {
    const kept = await keepArchive(store, archive, placing);
    if (kept === 'thereAlready') return `Nothing to do: the log ${logId} is there already, the same to the last byte.`;
    const place = kept === 'inUse' ? 'It is the log in use.' : 'It lies beside the log in use.';
    return `Imported the log ${logId}, ${String(headSeq)} entries (${mode}). ${place}`;
  } finally {
    await store.close();
  }
}

async function readFileOf(file: string): Promise<Archive> {
  return readArchive(file === '-' ? process.stdin : createReadStream(file)).catch((error: unknown) => {
    if (error instanceof ArchiveRefused) throw error;
    throw new BadSetting(`${file} cannot be read (${error instanceof Error ? error.message : String(error)}).`);
  });
}

interface Source {
  readonly text: AsyncIterable<string | Uint8Array>;
  close(): Promise<void>;
}

async function sourceOf(where: WhereToLook, logId: string | undefined): Promise<Source> {
  if (where.url !== undefined) return serverSource(where, logId);
  const place = keptPlaceOf(where);
  try {
    const store = await openStore(place);
    return await storeSource(store, logId).catch(async (error: unknown) => {
      await store.close();
      throw error;
    });
  } catch (error) {
    if (!(error instanceof FolderHeld)) throw error;
    return serverSource({ ...where, mode: place.mode }, logId);
  }
}

async function storeSource(store: LogStore, wanted: string | undefined): Promise<Source> {
  const logId = wanted ?? (await store.currentLog())?.logId;
  if (logId === undefined) throw new BadSetting('The store has no log in use.');
  await store.headOf(logId).catch(async (error: unknown) => {
    if (!(error instanceof StoreRefused)) throw error;
    throw new BadSetting(`There is no log ${logId}. There are: ${(await store.listLogs()).join(', ') || 'none'}.`);
  });
  return { text: archiveOf(store, logId), close: () => store.close() };
}

async function serverSource(where: WhereToLook, logId: string | undefined): Promise<Source> {
  const server = await findServer(where);
  const query = logId === undefined ? '' : `?log=${encodeURIComponent(logId)}`;
  const response = await fetch(apiAddress(server.url, `/log/archive${query}`), {
    headers: { Authorization: `Bearer ${server.token}` },
  }).catch(() => {
    throw new BadSetting(`No server answers at ${server.url}.`);
  });
  if (!response.ok || response.body === null) throw new Refused(response.status, await response.json());
  return { text: bytesOf(response.body.getReader()), close: () => Promise.resolve() };
}

/** @throws TypeError when the server breaks off in the middle */
async function* bytesOf(reader: {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
}): AsyncGenerator<Uint8Array, void, undefined> {
  for (;;) {
    const { done, value } = await reader.read();
    if (value !== undefined) yield value;
    if (done) return;
  }
}

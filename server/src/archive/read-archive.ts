import { createHash } from 'node:crypto';

import { z } from 'zod';

import type { WrittenLog } from '../storage/log-store.ts';
import { LogProof } from '../storage/verify-log.ts';
import { replayPositionKey } from '../replay/replay-position-key.ts';
import { placeOf } from '../replay/shared-place.ts';
import type { ArchiveHeader } from './archive-line.ts';
import {
  archiveFormat,
  archiveHeaderSchema,
  ArchiveRefused,
  archiveTrailerSchema,
  archiveVersion,
  archiveWordsSchema,
} from './archive-line.ts';
import { linesOf } from './lines-of.ts';
import { textRefOf } from './text-ref-of.ts';

/** A file of a log, read whole and proven. */
export interface Archive {
  readonly header: ArchiveHeader;
  readonly log: WrittenLog;
}

/**
 * Reads an archive and proves it: its own sum, every entry's place, hash, time and shape, and that it ends where its
 * header says. All of it is held in memory, since nothing of it may be kept before the last line has been read.
 *
 * @throws ArchiveRefused with what is wrong and in which line
 */
export async function readArchive(bytes: AsyncIterable<Uint8Array>): Promise<Archive> {
  const lines = linesOf(bytes);
  const sum = createHash('sha256');
  const first = await lines.next();
  if (first.done === true) throw new ArchiveRefused('The file is empty or has no whole line.');
  const header = readHeader(first.value);
  sum.update(`${first.value}\n`);
  const reading = new Reading(header);
  let number = 1;
  for await (const line of lines) {
    number += 1;
    if (reading.isWhole && reading.end(line, sum.copy().digest('hex'))) {
      if ((await lines.next()).done !== true) throw new ArchiveRefused('The file goes on after its end.');
      return { header, log: reading.log };
    }
    sum.update(`${line}\n`);
    const wrong = reading.take(line);
    if (wrong !== null) throw new ArchiveRefused(`Line ${String(number)}: ${wrong}`);
  }
  throw new ArchiveRefused(
    `The file is cut: it says ${String(header.headSeq)} entries, and ends after ${String(reading.log.entries.length)} without its last line.`,
  );
}

function readHeader(line: string): ArchiveHeader {
  const raw = jsonOf(line) as { format?: unknown; version?: unknown } | undefined;
  if (raw?.format !== archiveFormat) {
    throw new ArchiveRefused('This is no exported log: its first line is not the header of one.');
  }
  if (raw.version !== archiveVersion) {
    throw new ArchiveRefused(
      `The file is of version ${JSON.stringify(raw.version) ?? 'none'} of the format; this program reads version ${String(archiveVersion)}.`,
    );
  }
  const header = archiveHeaderSchema.safeParse(raw);
  if (!header.success) throw new ArchiveRefused(`The header cannot be read. ${z.prettifyError(header.error)}`);
  const { replay } = header.data;
  if (replay !== null && placeOf(replay) === null) {
    throw new ArchiveRefused('The header names a place of the replay that is none.');
  }
  return header.data;
}

/** What has been read so far, line by line after the header. */
class Reading {
  readonly #header: ArchiveHeader;
  readonly #proof: LogProof;
  readonly #entries: string[] = [];
  readonly #texts: { ref: string; words: string | null }[] = [];
  readonly #refs = new Set<string>();

  constructor(header: ArchiveHeader) {
    this.#header = header;
    const { logId, headSeq: seq, headHash: hash } = header;
    this.#proof = new LogProof({ logId, seq, hash, recordedAt: 0 });
  }

  get log(): WrittenLog {
    const { logId, replay } = this.#header;
    const settings = replay === null ? [] : [{ key: replayPositionKey(logId), value: replay }];
    return { logId, entries: this.#entries, texts: this.#texts, settings };
  }

  /** All entries and all words are there: only the trailer may follow. */
  get isWhole(): boolean {
    return this.#entries.length === this.#header.headSeq && this.#texts.length === this.#refs.size;
  }

  /** Takes an entry's or a text's line, or says what is wrong with it. */
  take(line: string): string | null {
    const raw = jsonOf(line);
    if (raw === undefined) return 'it is not JSON.';
    return this.#entries.length < this.#header.headSeq ? this.#takeEntry(line, raw) : this.#takeWords(raw);
  }

  #takeEntry(line: string, raw: unknown): string | null {
    // A store keeps the text that it makes of an entry itself: only such a text can be kept as it is.
    if (JSON.stringify(raw) !== line) return 'the entry is not written as a store writes it.';
    const broken = this.#proof.add(raw, () => undefined);
    if (broken !== null)
      return `the chain is broken at entry ${String(this.#proof.seq + 1)} (${broken.problem}: ${broken.detail}).`;
    if (this.#entries.length === 0) {
      const { payload } = raw as { payload: { logId: string; mode: string; packHash: string } };
      const { logId, mode, packHash } = this.#header;
      if (payload.logId !== logId || payload.mode !== mode || payload.packHash !== packHash)
        return 'the log opens as another one than the header names.';
    }
    this.#entries.push(line);
    const ref = textRefOf(raw);
    if (ref !== null) this.#refs.add(ref);
    return null;
  }

  #takeWords(raw: unknown): string | null {
    const words = archiveWordsSchema.safeParse(raw);
    if (!words.success || [...this.#refs][this.#texts.length] !== words.data.ref)
      return 'after the entries come the words they name, each once and in that order, then the end.';
    this.#texts.push(words.data);
    return null;
  }

  /** Whether the line is the trailer. @throws ArchiveRefused when it tells of other bytes than were read */
  end(line: string, sha256: string): boolean {
    const trailer = archiveTrailerSchema.safeParse(jsonOf(line));
    if (!trailer.success) return false;
    const { entries, texts } = trailer.data;
    if (entries !== this.#entries.length || texts !== this.#texts.length || trailer.data.sha256 !== sha256)
      throw new ArchiveRefused('The file was changed after it was written: its last line tells another sum.');
    return true;
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

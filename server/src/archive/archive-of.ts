import { createHash } from 'node:crypto';

import type { LogStore } from '../storage/log-store.ts';
import { LogProof } from '../storage/verify-log.ts';
import { replayPositionKey } from '../replay/replay-position-key.ts';
import type { ArchiveHeader, ArchiveTrailer, ArchiveWords } from './archive-line.ts';
import { archiveFormat, archiveVersion, ArchiveRefused } from './archive-line.ts';
import { textRefOf } from './text-ref-of.ts';

const pageSize = 500;

/**
 * A log as the text of an archive, in pieces, as far as its head is now; it may grow meanwhile. Every entry is proven
 * before it is given out.
 *
 * @throws ArchiveRefused where the log is not as it was written, StoreRefused when there is no such log, StoreUnavailable
 */
export async function* archiveOf(store: LogStore, logId: string): AsyncGenerator<string, void, undefined> {
  const head = await store.headOf(logId);
  const proof = new LogProof(head);
  const sum = createHash('sha256');
  const told = (lines: readonly string[]): string => {
    const text = lines.map((line) => `${line}\n`).join('');
    sum.update(text);
    return text;
  };
  const refs = new Set<string>();
  while (proof.seq < head.seq) {
    const page = await store.readStored(logId, proof.seq, Math.min(pageSize, head.seq - proof.seq));
    const isFirst = proof.seq === 0;
    for (const raw of page) {
      const broken = proof.add(raw, () => undefined);
      if (broken !== null) {
        throw new ArchiveRefused(
          `The log ${logId} is broken at entry ${String(proof.seq + 1)} (${broken.problem}: ${broken.detail}); it is not exported.`,
        );
      }
      const ref = textRefOf(raw);
      if (ref !== null) refs.add(ref);
    }
    if (page.length === 0) {
      throw new ArchiveRefused(`The log ${logId} says ${String(head.seq)} entries and has ${String(proof.seq)}.`);
    }
    if (isFirst) yield told([await headerOf(store, logId, page[0], head)]);
    yield told(page.map((raw) => JSON.stringify(raw)));
  }
  for (const ref of refs) {
    const words: ArchiveWords = { ref, words: await store.getText(ref) };
    yield told([JSON.stringify(words)]);
  }
  const trailer: ArchiveTrailer = {
    ...{ end: archiveFormat, entries: head.seq, texts: refs.size },
    sha256: sum.digest('hex'),
  };
  yield `${JSON.stringify(trailer)}\n`;
}

/** The header's line; `opened` is the log's first entry, proven to be its `log.opened`. */
async function headerOf(
  store: LogStore,
  logId: string,
  opened: unknown,
  { seq, hash }: { readonly seq: number; readonly hash: string },
): Promise<string> {
  const { payload } = opened as {
    readonly payload: { readonly mode: ArchiveHeader['mode']; readonly packHash: string };
  };
  const header: ArchiveHeader = {
    ...{ format: archiveFormat, version: archiveVersion, logId },
    ...{ mode: payload.mode, packHash: payload.packHash, headSeq: seq, headHash: hash },
    replay: await store.getMeta(replayPositionKey(logId)),
  };
  return JSON.stringify(header);
}

import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { MemoryLogStore } from '../storage/memory-log-store.ts';
import { archivedStore, fillStore, inChunks, oddWords, refOf, textOf } from './archive.fixture.ts';
import { keepArchive } from './keep-archive.ts';
import { readArchive } from './read-archive.ts';

/** The text with its last line made anew, as by someone who changes a file and mends its sum. */
function resealed(text: string): string {
  const lines = text.trimEnd().split('\n');
  const before = lines
    .slice(0, -1)
    .map((line) => `${line}\n`)
    .join('');
  const sha256 = createHash('sha256').update(before).digest('hex');
  const trailer = JSON.parse(lines.at(-1) ?? '') as object;
  return `${before}${JSON.stringify({ ...trailer, sha256 })}\n`;
}

const reading = (text: string) => readArchive(inChunks(text, 4_096));

describe('a log as a file', () => {
  it('[ARC-1] tells the whole log, its words by reference and no token, the same bytes each time', async () => {
    const { store, text } = await archivedStore();
    await store.tokens.put({ tokenHash: 'secret', role: 'admin', label: 'secret', createdAt: 1, revokedAt: null });
    expect(await textOf(store, 'log')).toBe(text);
    const lines = text.split('\n').map((line) => (line === '' ? null : (JSON.parse(line) as Record<string, unknown>)));
    const head = await store.headOf('log');
    expect(lines[0]).toMatchObject({
      format: 'yavka-log',
      version: 1,
      logId: 'log',
      mode: 'rehearsal',
      packHash: 'pack',
    });
    expect(lines[0]).toMatchObject({ headSeq: 4, headHash: head.hash });
    expect(lines.slice(1, 5).map((line) => line?.['seq'])).toEqual([1, 2, 3, 4]);
    expect(lines.slice(5, 8)).toEqual([
      { ref: refOf(0), words: `${oddWords}0` },
      { ref: refOf(1), words: null },
      { ref: refOf(2), words: `${oddWords}2` },
    ]);
    expect(lines[8]).toMatchObject({ end: 'yavka-log', entries: 4, texts: 3 });
    expect(lines.slice(9)).toEqual([null]);
  });

  it('[ARC-2] is kept by another store to the byte: entries, commands, words, erasures, the replay’s place', async () => {
    const { store, text } = await archivedStore(1_203);
    const target = new MemoryLogStore();
    expect(await keepArchive(target, await readArchive(inChunks(text)), 'unsaid')).toBe('inUse');
    expect(await textOf(target, 'log')).toBe(text);
    expect(await target.currentLog()).toEqual(await store.headOf('log'));
    expect(await target.seqOfCommand('log', 'c-700')).toBe(701);
    expect(await target.getText(refOf(1))).toBeNull();
    await target.putText(refOf(1), 'back again');
    expect(await target.getText(refOf(1))).toBeNull();
    expect(await target.getMeta('replay:log')).toBe(await store.getMeta('replay:log'));
  });

  it('[ARC-3] is refused wherever it is cut, and leaves nothing', async () => {
    const { text } = await archivedStore();
    // Around the end of every line, and at places in between.
    const ends = [...text.matchAll(/\n/g)].flatMap(({ index }) => [index, index + 1, index + 2]);
    const between = Array.from({ length: 60 }, (_, n) => Math.floor((n * text.length) / 61));
    for (const end of [...ends, ...between].filter((place) => place < text.length)) {
      const cut = await reading(text.slice(0, end)).catch((error: unknown) => error);
      expect(cut, `cut at ${String(end)}`).toMatchObject({ name: 'ArchiveRefused' });
    }
    await expect(reading(`${text}\n`)).rejects.toThrow(/goes on after its end/);
  });

  it.each([
    ['no exported log', (text: string) => `{"hello":1}\n${text}`],
    ['no exported log', (text: string) => `PK\u0003\u0004\n${text}`],
    ['version 2', (text: string) => text.replace('"version":1', '"version":2')],
    ['Line 3: .*hashBroken', (text: string) => text.replace('"area":"a"', '"area":"b"')],
    ['Line 3: .*outOfPlace', (text: string) => text.split('\n').toSpliced(2, 1).join('\n')],
    [
      'Line 4: .*outOfPlace',
      (text: string) =>
        text
          .split('\n')
          .toSpliced(2, 0, text.split('\n')[2] ?? '')
          .join('\n'),
    ],
    ['Line 5: .*headDiffers', (text: string) => text.replace(/"headHash":"...../, '"headHash":"00000')],
    ['Line 2: .*opens as another', (text: string) => text.replace('"mode":"rehearsal"', '"mode":"live"')],
    ['a place of the replay that is none', (text: string) => text.replace(String.raw`{\"at\":1,`, 'nowhere')],
    [
      'a place of the replay that is none',
      (text: string) => text.replace(String.raw`{\"at\":1,`, String.raw`{\"at\":1e300,`),
    ],
    ['Line 2: .*not written as a store writes', (text: string) => text.replace('{"v":1,', '{"v": 1,')],
    ['Line 6: .*the words they name', (text: string) => text.split('\n').toSpliced(5, 1).join('\n')],
    ['Line 8: .*the words they name', (text: string) => text.replace(`{"ref":"${refOf(2)}`, `{"ref":"${refOf(9)}`)],
    ['another sum', (text: string) => text.replace('"entries":4', '"entries":5')],
    ['another sum', (text: string) => text.replace('"texts":3', '"texts":2')],
  ] as [string, (text: string) => string][])(
    '[ARC-3] says %s of a file that was changed, its sum mended',
    async (says, change) => {
      const { text } = await archivedStore();
      const changed = change(text);
      expect(changed).not.toBe(text);
      await expect(reading(resealed(changed))).rejects.toThrow(new RegExp(says));
    },
  );

  it('[ARC-3] is refused when words were changed, which no chain holds, or when it is not UTF-8', async () => {
    const { text } = await archivedStore();
    await expect(reading(text.replace(/("words":")./, '$1X'))).rejects.toThrow(/another sum/);
    const latin = async function* () {
      yield Uint8Array.of(0x7b, 0xff, 0x0a);
    };
    await expect(readArchive(latin())).rejects.toThrow(/UTF-8/);
  });

  it('[ARC-4] is taken once: the same log again is nothing to do, another state of it is refused in words', async () => {
    const { text } = await archivedStore(5);
    const archive = await reading(text);
    const target = new MemoryLogStore();
    await keepArchive(target, archive, 'unsaid');
    expect(await keepArchive(target, archive, 'unsaid')).toBe('thereAlready');
    await expect(keepArchive(target, await reading((await archivedStore(3)).text), 'unsaid')).rejects.toThrow(
      /more of it: 6 entries, the file ends at 4/,
    );
    const shorter = new MemoryLogStore();
    await fillStore(shorter, 2);
    await expect(keepArchive(shorter, archive, 'unsaid')).rejects.toThrow(/up to entry 3; the file goes on to 6/);
    const other = new MemoryLogStore();
    const opened = { type: 'log.opened', logId: 'log', electionId: 'e', packHash: 'pack', mode: 'rehearsal' } as const;
    const actor = { role: 'system', id: 'another' } as const;
    await other.openLog('log', [{ v: 1, entryId: 'e-0', commandId: 'c-0', actor, payload: opened }], 5);
    await expect(keepArchive(other, archive, 'inUse')).rejects.toThrow(/differs from the file's from entry 1 on/);
  });

  it('[ARC-5] takes the place of the log in use only when that is said', async () => {
    const archive = await reading((await archivedStore()).text);
    const opened = { type: 'log.opened', logId: 'mine', electionId: 'e', packHash: 'p', mode: 'rehearsal' } as const;
    const actor = { role: 'system', id: 'server' } as const;
    const target = new MemoryLogStore();
    await target.openLog('mine', [{ v: 1, entryId: 'e', commandId: 'c', actor, payload: opened }], 5);
    await expect(keepArchive(target, archive, 'unsaid')).rejects.toThrow(/mine in use. Say --in-use/);
    expect(await target.listLogs()).toEqual(['mine']);
    expect(await keepArchive(target, archive, 'aside')).toBe('aside');
    expect(await keepArchive(target, archive, 'unsaid')).toBe('thereAlready');
    expect((await target.currentLog())?.logId).toBe('mine');
    expect(await keepArchive(target, archive, 'inUse')).toBe('inUse');
    expect((await target.currentLog())?.logId).toBe('log');
    expect(await target.listLogs()).toEqual(['log', 'mine']);
  });
});

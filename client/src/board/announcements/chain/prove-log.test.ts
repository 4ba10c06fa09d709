import { exactly, heldBack, releasedAt } from '@yavka/shared/analysis/released-state.fixture';
import type { Step } from '@yavka/shared/analysis/released-state.fixture';
import { applyEntries } from '@yavka/shared/log/apply-entry';
import { emptyState } from '@yavka/shared/log/empty-state';
import type { AudienceEntry, Entry } from '@yavka/shared/log/entry';
import { isHidden } from '@yavka/shared/log/entry';
import { sha256Hex } from '@yavka/shared/log/seal';
import { readPack } from '@yavka/shared/pack/recorded-pack.fixture';
import { describe, expect, it } from 'vitest';

import { entriesServer, logId, publicEntries, sealedLog } from '../../moment/sealed-log.fixture.ts';
import type { ChainFinding } from './prove-log.ts';
import { proveLog } from './prove-log.ts';
import { hasherOf, sha256By } from './sha256.ts';

const pack = readPack('test-two-zones');
const start = Date.UTC(2023, 4, 21, 9);

function released(at: number, value: number, revision: number): Step {
  const id = `a-${String(revision)}`;
  const step = releasedAt(at, pack, [
    { area: 'TT-W', cutoff: '10:00', turnout: exactly(value), revision: { revision, kind: 'typo', reason: 'so' } },
  ]);
  const announcement = {
    ...{ announcementId: id, text: 'words', source: 'a source', language: null, asOf: '10:00', cutoff: '10:00' },
    ...{ status: 'preliminary' as const, receivedAt: at },
  };
  return step.payload.type === 'figures.released'
    ? { at, payload: { ...step.payload, announcements: [announcement] } }
    : step;
}

/** 620 entries: two ranges; a third of them hidden. */
const steps = Array.from({ length: 207 }, (_, index) => index).flatMap((index) => [
  ...heldBack(start + index, pack, { area: 'TT-E', cutoff: '10:00', turnout: exactly(2000 + index) }),
  released(start + index, 1000 + index, index + 1),
]);
const whole = sealedLog(steps.slice(0, 619));
const seen = publicEntries(whole);
const held = applyEntries(emptyState(), seen);

const proved = (entries: readonly AudienceEntry[], to = held, sha256 = sha256By('browser')): Promise<ChainFinding> =>
  proveLog(to, { get: entriesServer(() => entries).get, sha256, progress: () => Promise.resolve() });
const breakOf = async (entries: readonly AudienceEntry[], to = held) => {
  const finding = await proved(entries, to);
  return finding.isTrue ? 'true' : finding.at;
};
/** The entry at a place as somebody would have it who changed a figure in it. */
const doctored = (entry: Entry): Entry => {
  if (entry.payload.type !== 'figures.released') throw new Error('no figures');
  const figures = entry.payload.figures.map(({ revision, ...rest }) => ({
    ...rest,
    revision: { ...revision, turnout: exactly(9999) },
  }));
  return { ...entry, payload: { ...entry.payload, figures } };
};
const at = (seq: number): AudienceEntry => seen[seq - 1] ?? seen[0]!;
const fullAt = (seq: number): Entry => whole[seq - 1] ?? whole[0]!;

describe('the chain of hashes, proven in the page', () => {
  it.each(['browser', 'program'] as const)('[SRC-1] holds to the page’s own head, hashed by the %s', async (hasher) => {
    const told: number[] = [];
    const finding = await proveLog(held, {
      get: entriesServer(() => seen).get,
      sha256: sha256By(hasher),
      progress: (checked) => (told.push(checked), Promise.resolve()),
    });
    const hidden = seen.filter(isHidden).length;
    expect(finding).toEqual({
      isTrue: true,
      proof: { logId, head: { seq: 620, hash: held.hash }, hidden, announcements: 206 },
    });
    expect(hidden).toBeGreaterThan(400);
    expect(told.at(-1)).toBe(620);
    expect(told.length).toBeGreaterThan(10);
  });

  it('[SRC-1] is hashed by the browser where the page may, and by the program where its address is not secure', async () => {
    expect(hasherOf({ crypto: { subtle: {} as SubtleCrypto } })).toBe('browser');
    expect(hasherOf({ crypto: {} })).toBe('program');
    for (const text of ['', 'қазақша', 'a'.repeat(1000)]) {
      expect(await sha256By('browser')(text)).toBe(sha256Hex(text));
      expect(await sha256By('program')(text)).toBe(sha256Hex(text));
    }
  });

  it('[SRC-1] names the entry in which a figure was changed', async () => {
    const changed = seen.map((entry) => (entry.seq === 514 ? doctored(fullAt(514)) : entry));
    expect(isHidden(at(514))).toBe(false);
    expect(await breakOf(changed)).toEqual({ kind: 'changed', seq: 514 });
  });

  it('[SRC-1] names an entry whose hash, or whose hidden content’s hash, was changed', async () => {
    const hash = 'f'.repeat(64);
    expect(isHidden(at(515))).toBe(true);
    expect(await breakOf(seen.map((entry) => (entry.seq === 515 ? { ...entry, contentHash: hash } : entry)))).toEqual({
      kind: 'changed',
      seq: 515,
    });
    expect(await breakOf(seen.map((entry) => (entry.seq === 40 ? { ...entry, hash } : entry)))).toEqual({
      kind: 'changed',
      seq: 40,
    });
  });

  it('[SRC-1] names an entry that was left out, wherever it was', async () => {
    for (const seq of [1, 40, 500, 501, 619])
      expect(await breakOf(seen.filter((entry) => entry.seq !== seq))).toEqual({
        kind: seq === 500 ? 'truncated' : 'missing',
        seq: seq === 500 ? 499 : seq,
      });
  });

  it('[SRC-1] names the first of two entries that changed places', async () => {
    const swapped = [...seen.slice(0, 39), at(41), at(40), ...seen.slice(41)];
    expect(await breakOf(swapped)).toEqual({ kind: 'moved', seq: 40 });
  });

  it('[SRC-1] names the last entry of an answer that is cut off', async () => {
    // A server that says it had all: its answer is for the range that was asked, and shorter.
    const { get } = entriesServer(() => seen);
    const finding = await proveLog(held, {
      get: async (...asked) => {
        const { status, body } = await get(...asked);
        const answer = body as { entries: AudienceEntry[] };
        return { status, body: { ...answer, entries: answer.entries.filter(({ seq }) => seq <= 610) } };
      },
      sha256: sha256By('program'),
      progress: () => Promise.resolve(),
    });
    expect(finding).toMatchObject({ isTrue: false, at: { kind: 'truncated', seq: 610 } });
  });

  it('[SRC-1] names the first announcement of a chain that was sealed anew after a figure was changed', async () => {
    const forged = steps.slice(0, 619).map((step, index) => (index === 302 ? changedStep(step) : step));
    const finding = await breakOf(publicEntries(sealedLog(forged)));
    expect(finding).toEqual({ kind: 'resealed', seq: 304, announcementId: 'a-101' });
  });

  it('[SRC-1] tells a chain that leads to another head, where no announcement tells which entry', async () => {
    const other = steps.slice(0, 619).map((step, index) => (index === 618 ? { ...step, at: step.at + 5 } : step));
    expect(await breakOf(publicEntries(sealedLog(other)))).toEqual({ kind: 'otherHead', seq: 620 });
  });

  it('[SRC-1] tells a chain whose entries say something else than the page shows', async () => {
    const [id, figure] = Object.entries(held.figures)[0] ?? [];
    if (id === undefined || figure === undefined) throw new Error('no figure');
    const page = { ...held, figures: { ...held.figures, [id]: { ...figure, revisions: figure.revisions.slice(1) } } };
    expect(await breakOf(seen, page)).toEqual({ kind: 'otherState', seq: 620 });
  });

  it('[SRC-1] tells an answer that does not come or is another one', async () => {
    const down = await proveLog(held, {
      get: () => Promise.reject(new Error('down')),
      sha256: sha256By('program'),
      progress: () => Promise.resolve(),
    });
    expect(down).toMatchObject({ isTrue: false, at: { kind: 'unreachable', seq: 1 } });
    const other = await proveLog(held, {
      get: () => Promise.resolve({ status: 200, body: { entries: 'none' } }),
      sha256: sha256By('program'),
      progress: () => Promise.resolve(),
    });
    expect(other).toMatchObject({ isTrue: false, at: { kind: 'unreadable', seq: 1 } });
  });
});

function changedStep(step: Step): Step {
  if (step.payload.type !== 'figures.released') throw new Error('no figures');
  const figures = step.payload.figures.map(({ revision, ...rest }) => ({
    ...rest,
    revision: { ...revision, turnout: exactly(9999) },
  }));
  return { ...step, payload: { ...step.payload, figures } };
}

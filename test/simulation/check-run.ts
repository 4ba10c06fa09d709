import { isDeepStrictEqual } from 'node:util';

import type { FeedSettings } from '@yavka/client/feed/feed-driver';
import { scopeView } from '@yavka/server/feed/scope-view';
import { verifyLog } from '@yavka/server/storage/verify-log';
import { applyEntry } from '@yavka/shared/log/apply-entry';
import { audienceView } from '@yavka/shared/log/audience-view';
import { emptyState } from '@yavka/shared/log/empty-state';
import type { Entry } from '@yavka/shared/log/entry';
import type { ElectionState } from '@yavka/shared/log/state';
import { expect } from 'vitest';

import type { Acknowledged } from './desk-post.ts';
import { comparable, withUnreleasedDeleted } from './deleted-fold.ts';
import { meaningAt, meaningOfState } from './meaning-of.ts';
import { releaseHistoryOf } from './release-history.ts';
import type { RestlessReader } from './restless-reader.ts';
import { isSame } from './same-state.ts';
import type { World } from './world.ts';

/** A state that a page showed, and what the page followed at that moment. */
export interface Shown {
  readonly name: string;
  readonly settings: FeedSettings;
  readonly state: ElectionState;
}

/** Every so many places the fold is held against the whole log with everything unreleased deleted. */
const deletedEvery = 6;

/**
 * Holds every state that any page ever showed against the log: it is the audience's fold of the log up to its place,
 * byte for byte, and means what the independent telling says that people had done by then.
 */
export function checkShown(shown: readonly Shown[], logs: ReadonlyMap<string, readonly Entry[]>, world: World): void {
  const groups = new Map<string, Shown[]>();
  for (const each of shown) {
    const { audience, scope } = each.settings;
    const key = `${each.state.logId} ${audience} ${scope}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  for (const [key, group] of groups) {
    const first = group[0];
    const entries = logs.get(first?.state.logId ?? '');
    if (first === undefined || entries === undefined) throw new Error(`${key}: a page shows a log that never was`);
    const { audience, scope } = first.settings;
    const history = releaseHistoryOf(entries);
    let fold = emptyState();
    let whole = emptyState();
    let compared = 0;
    for (const [index, entry] of entries.entries()) {
      fold = applyEntry(fold, scopeView(audienceView(entry, audience), scope, world.resolved.pack));
      whole = applyEntry(whole, entry);
      const here = group.filter(({ state }) => state.seq === entry.seq);
      if (here.length === 0) continue;
      const where = `${key} at ${String(entry.seq)}`;
      expect(entries[index + 1]?.commandId, `${where}: a command is shown whole or not at all`).not.toBe(
        entry.commandId,
      );
      if (scope === 'summary') {
        const [means, didPeople] = [meaningOfState(fold), meaningAt(history, audience, entry.seq)];
        if (!isDeepStrictEqual(means, didPeople)) expect(means, `${where}: means what people did`).toEqual(didPeople);
      }
      if (scope === 'summary' && audience === 'public' && (compared += 1) % deletedEvery === 1) {
        world.tally.add('places deleted and compared');
        expect(comparable(fold), `${where}: the whole log with everything unreleased deleted`).toEqual(
          withUnreleasedDeleted(whole, history, entry.seq),
        );
      }
      for (const { name, state } of here) {
        world.tally.add('places shown');
        if (!isSame(state, fold)) expect(state, `${where}: ${name} shows the fold`).toEqual(fold);
      }
    }
    const last = entries.at(-1)?.seq ?? 0;
    expect(
      Math.max(...group.map(({ state }) => state.seq)),
      `${key}: nobody shows what is not in the log`,
    ).toBeLessThanOrEqual(last);
  }
}

/** What a socket was told that asked to join again and again is the log's entries as it had joined to see them. */
export function checkTold(
  { told, disorders }: RestlessReader,
  logs: ReadonlyMap<string, readonly Entry[]>,
  world: World,
): void {
  expect(disorders, 'what was asked for last holds, and nothing is left out').toEqual([]);
  for (const { audience, scope, delta } of told) {
    const { logId, baseSeq, seq } = delta;
    const entries = logs.get(logId)?.slice(baseSeq, seq) ?? [];
    const seen = entries.map((entry) => scopeView(audienceView(entry, audience), scope, world.resolved.pack));
    if (isSame(delta.entries, seen)) continue;
    expect(delta.entries, `${logId} after ${String(baseSeq)} for ${audience} ${scope}`).toEqual(seen);
  }
}

/** Every log is as it was written, from its first entry to its head. */
export async function checkChains({ store }: World, logs: ReadonlyMap<string, readonly Entry[]>): Promise<void> {
  for (const logId of logs.keys()) {
    const { problem, brokenSeq } = await verifyLog(store, logId);
    expect({ problem, brokenSeq }, `${logId} is whole`).toEqual({ problem: null, brokenSeq: null });
  }
}

/** Erased words are nowhere in the store any more once somebody was told that they are erased. */
export async function checkErased(
  { store }: World,
  logs: ReadonlyMap<string, readonly Entry[]>,
  acknowledged: readonly Acknowledged[],
): Promise<void> {
  const commands = new Set(acknowledged.map(({ commandId }) => commandId));
  for (const entries of logs.values()) {
    const erased = new Set(
      entries.flatMap(({ commandId, payload }) =>
        payload.type === 'dispatch.textErased' && commands.has(commandId) ? [payload.dispatchId] : [],
      ),
    );
    for (const { payload } of entries) {
      if (payload.type !== 'dispatch.entered' || !erased.has(payload.dispatch.dispatchId)) continue;
      const { dispatchId, textRef } = payload.dispatch;
      expect(await store.getText(textRef), `the erased words of ${dispatchId}`).toBeNull();
    }
  }
}

/** Every answer that somebody relies on: the command is in a log, where it was said to be, and nowhere else in it. */
export function checkAcknowledged(
  acknowledged: readonly Acknowledged[],
  logs: ReadonlyMap<string, readonly Entry[]>,
): void {
  const firstSeqs = [...logs.values()].map((entries) => {
    const first = new Map<string, number>();
    for (const { commandId, seq } of entries) if (!first.has(commandId)) first.set(commandId, seq);
    return first;
  });
  const lost = acknowledged.filter(({ commandId, seq }) => !firstSeqs.some((first) => first.get(commandId) === seq));
  expect(lost, 'acknowledged and not in any log').toEqual([]);
}

/** Embargoes end once, not before their time, and by themselves. */
export function checkEmbargoes(logs: ReadonlyMap<string, readonly Entry[]>, current: string, world: World): void {
  for (const [logId, entries] of logs) {
    const history = releaseHistoryOf(entries);
    for (const { withholdingId, until, lifted } of history.withholdings) {
      const ends = entries.filter(
        ({ payload }) => payload.type === 'withholding.lifted' && payload.withholdingId === withholdingId,
      );
      expect(ends.length, `${withholdingId} ends at most once`).toBeLessThanOrEqual(1);
      const end = ends[0];
      if (end?.payload.type === 'withholding.lifted' && end.payload.due) {
        world.tally.add('embargoes ended');
        expect(end.recordedAt, `${withholdingId} is not ended early`).toBeGreaterThanOrEqual(until ?? Infinity);
      }
      if (logId === current && until !== null) expect(lifted, `${withholdingId} has ended`).toBeLessThan(Infinity);
    }
  }
}

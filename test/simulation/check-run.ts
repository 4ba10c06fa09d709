import { isDeepStrictEqual } from 'node:util';

import { scopeView } from '@yavka/server/feed/scope-view';
import { applyEntry } from '@yavka/shared/log/apply-entry';
import { audienceView } from '@yavka/shared/log/audience-view';
import { emptyState } from '@yavka/shared/log/empty-state';
import type { Entry } from '@yavka/shared/log/entry';
import type { ElectionState } from '@yavka/shared/log/state';
import { expect } from 'vitest';

import type { Acknowledged } from './desk-post.ts';
import { meaningAt, meaningOfState } from './meaning-of.ts';
import type { Page } from './page.ts';
import { releaseHistoryOf } from './release-history.ts';
import type { World } from './world.ts';

/** A state that a page showed. */
export interface Shown {
  readonly page: Page;
  readonly state: ElectionState;
}

/**
 * Holds every state that any page ever showed against the log: it is the audience's fold of the log up to its place,
 * byte for byte, and means what the independent telling says that people had done by then.
 */
export function checkShown(shown: readonly Shown[], logs: ReadonlyMap<string, readonly Entry[]>, world: World): void {
  const groups = new Map<string, Shown[]>();
  for (const each of shown) {
    const { audience, scope } = each.page.settings;
    const key = `${each.state.logId} ${audience} ${scope}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  for (const [key, group] of groups) {
    const first = group[0];
    const entries = logs.get(first?.state.logId ?? '');
    if (first === undefined || entries === undefined) throw new Error(`${key}: a page shows a log that never was`);
    const { audience, scope } = first.page.settings;
    const history = releaseHistoryOf(entries);
    let fold = emptyState();
    for (const [index, entry] of entries.entries()) {
      fold = applyEntry(fold, scopeView(audienceView(entry, audience), scope, world.resolved.pack));
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
      for (const { page, state } of here) {
        world.tally.add('places shown');
        if (!isDeepStrictEqual(state, fold)) expect(state, `${where}: ${page.name} shows the fold`).toEqual(fold);
      }
    }
    const last = entries.at(-1)?.seq ?? 0;
    expect(
      Math.max(...group.map(({ state }) => state.seq)),
      `${key}: nobody shows what is not in the log`,
    ).toBeLessThanOrEqual(last);
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

import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { MemoryLogStore } from '../storage/memory-log-store.ts';
import { access } from './access.ts';
import { watchRevocations } from './watch-revocations.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('[ACC-5] tells of a token that another node revoked, once, and also when the store was away at the hint', async () => {
  const { tokens } = new MemoryLogStore();
  const [here, there] = [access(tokens, () => 7), access(tokens, () => 7)];
  let hint = (): void => undefined;
  const told: string[] = [];
  here.onRevoked((tokenHash) => told.push(tokenHash));
  const watch = watchRevocations({
    access: here,
    tokens,
    onTokensChanged: (listener) => {
      hint = listener;
      return () => (hint = () => undefined);
    },
  });
  const labels = ['day desk', 'night desk'];
  for (const label of labels) await there.issue('operator', label);
  hint();
  await vi.advanceTimersByTimeAsync(1);
  expect(told).toEqual([]);

  const [first, second] = await there.list();
  await there.revoke(first?.id ?? '');
  hint();
  hint();
  await vi.advanceTimersByTimeAsync(1);
  expect(told.map((tokenHash) => tokenHash.slice(0, 12))).toEqual([first?.id]);

  const list = tokens.list.bind(tokens);
  tokens.list = () => Promise.reject(new Error('away'));
  await there.revoke(second?.id ?? '').catch(() => undefined);
  tokens.list = list;
  await there.revoke(second?.id ?? '');
  tokens.list = () => Promise.reject(new Error('away'));
  hint();
  await vi.advanceTimersByTimeAsync(1_100);
  expect(told).toHaveLength(1);
  tokens.list = list;
  await vi.advanceTimersByTimeAsync(600);
  expect(told.map((tokenHash) => tokenHash.slice(0, 12))).toEqual([first?.id, second?.id]);
  watch.stop();
});

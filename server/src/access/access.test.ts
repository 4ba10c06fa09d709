import { expect, it } from 'vitest';

import { MemoryLogStore } from '../storage/memory-log-store.ts';
import { access } from './access.ts';

it('[ACC-1] keeps tokens as hashes only, and knows a token until it is revoked', async () => {
  const { tokens } = new MemoryLogStore();
  const grants = access(tokens, () => 7);
  const token = await grants.issue('operator', 'night desk');
  expect(JSON.stringify(await tokens.list())).not.toContain(token);
  expect(await grants.check(token)).toMatchObject({ role: 'operator' });
  expect(await grants.check(`${token}x`)).toBeNull();
  const [held] = await grants.list();
  expect(await grants.revoke('short')).toBe(false);
  expect(await grants.revoke(held?.id ?? '')).toBe(true);
  expect(await grants.check(token)).toBeNull();
  expect(await grants.list()).toMatchObject([{ label: 'night desk', revoked: true }]);
});

import { afterEach, beforeEach, describe } from 'vitest';

import { registerAppendingContract } from './appending-contract.ts';
import { registerFollowingContract } from './following-contract.ts';
import { registerImportingContract } from './importing-contract.ts';
import { registerKeepingContract } from './keeping-contract.ts';
import { registerSharingContract } from './sharing-contract.ts';
import { registerLogsContract } from './logs-contract.ts';
import type { StoreUnderTest } from './store-under-test.ts';

/** What it means to implement `LogStore`. Every adapter runs all of it; `factory` makes a new, empty store. */
export function registerLogStoreContract(name: string, factory: () => Promise<StoreUnderTest>): void {
  describe(`log store contract: ${name}`, () => {
    let under: StoreUnderTest;
    beforeEach(async () => {
      under = await factory();
    });
    afterEach(async () => {
      await under.dispose();
    });

    for (const register of [
      registerAppendingContract,
      registerFollowingContract,
      registerLogsContract,
      registerKeepingContract,
      registerSharingContract,
      registerImportingContract,
    ]) {
      register(() => under);
    }
  });
}

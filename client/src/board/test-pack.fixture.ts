import { resolveForTest } from '@yavka/shared/pack/recorded-pack.fixture';
import { assemblePack } from '@yavka/shared/pack/assemble-pack';
import earlierVotes from '@yavka/shared/packs/test-two-zones/earlier-votes.json';
import packItself from '@yavka/shared/packs/test-two-zones/pack.json';
import recordedDay from '@yavka/shared/packs/test-two-zones/recorded-day.json';
import sources from '@yavka/shared/packs/test-two-zones/sources.json';

import { boardModelOf } from './board-model.ts';
import { deriveAll } from './model-store.ts';

// A page's tests begin where its code is here already.
deriveAll(boardModelOf);

/** The small pack of an invented country, whole: imported, since a page's tests read no folder. */
export const pack = assemblePack({
  'pack.json': packItself,
  'earlier-votes.json': earlierVotes,
  'recorded-day.json': recordedDay,
  'sources.json': sources,
});
export const resolved = resolveForTest(pack);

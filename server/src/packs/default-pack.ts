import { createRequire } from 'node:module';

import { z } from 'zod';

/** The pack that is served when none is chosen: data beside the packs, since no code knows a country. */
export function defaultPackId(): string {
  const named: unknown = createRequire(import.meta.url)('@yavka/shared/packs/default-pack.json');
  return z.object({ id: z.string() }).parse(named).id;
}

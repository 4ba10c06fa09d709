import * as z from 'zod/mini';
import { catch as otherwise } from 'zod/mini';

import { idSchema } from '../ids.ts';

/** What an address asks of a screen. A scene that is not known is no error: the stage then stays empty. */
export const sceneRequestSchema = z.object({
  scene: otherwise(z.nullable(z.enum(['national', 'map'])), null),
  /** `transparent` leaves the ground out, for keying over other pictures. */
  bg: otherwise(z.enum(['ink', 'transparent']), 'ink'),
  /** The earlier vote to compare with; by default the one that was announced at the most of the same hours. */
  earlier: otherwise(z.nullable(idSchema), null),
});
export type SceneRequest = z.infer<typeof sceneRequestSchema>;

/** Reads a screen's address; never throws. */
export function sceneRequestOf(search: Readonly<Record<string, string>>): SceneRequest {
  return sceneRequestSchema.parse({
    scene: search['scene'] ?? null,
    bg: search['bg'] ?? 'ink',
    earlier: search['earlier'] ?? null,
  });
}

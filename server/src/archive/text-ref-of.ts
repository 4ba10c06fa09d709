import { z } from 'zod';

const namesWordsSchema = z.object({
  payload: z.object({ type: z.literal('dispatch.entered'), dispatch: z.object({ textRef: z.string() }) }),
});

/** The reference of the words that a stored entry, of any version, keeps outside the log; null when it keeps none. */
export function textRefOf(raw: unknown): string | null {
  const read = namesWordsSchema.safeParse(raw);
  return read.success ? read.data.payload.dispatch.textRef : null;
}

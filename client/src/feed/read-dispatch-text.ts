import * as z from 'zod/mini';

const textSchema = z.object({ text: z.string() });

/**
 * The words of a dispatch, which are not in the state: they may be erased. Asked for each time and kept in no cache.
 * Rejects when the server could not be reached.
 * @returns null where there are none: erased, or no such dispatch
 */
export async function readDispatchText(dispatchId: string, signal: AbortSignal): Promise<string | null> {
  const response = await fetch(`/api/v1/dispatches/${encodeURIComponent(dispatchId)}/text`, {
    signal,
    cache: 'no-store',
  });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`dispatch text: ${String(response.status)}`);
  const read = textSchema.safeParse(await response.json());
  return read.success ? read.data.text : null;
}

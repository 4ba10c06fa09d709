import * as z from 'zod/mini';

export const replayStateSchema = z.object({
  running: z.boolean(),
  rate: z.number(),
  at: z.number(),
  start: z.number(),
  end: z.number(),
});
export type ReplayState = z.infer<typeof replayStateSchema>;

export type ReplayAction =
  | { readonly action: 'pause' | 'resume' }
  | { readonly action: 'speed'; readonly rate: number }
  /** A cutoff's id, or `HH:MM` in capital time. */
  | { readonly action: 'seek'; readonly to: string };

export type ReplayAnswer =
  { readonly ok: true; readonly replay: ReplayState | null } | { readonly ok: false; readonly reason: string | null };

export const replaySpeeds = [1, 10, 60, 120, 600] as const;

/** Asks the server how the replay stands (`action` null), or to change it. */
export async function askReplay(
  fetcher: typeof fetch,
  token: string,
  action: ReplayAction | null,
): Promise<ReplayAnswer> {
  try {
    const response = await fetcher('/api/v1/replay', {
      method: action === null ? 'GET' : 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(action === null ? {} : { body: JSON.stringify(action) }),
    });
    const body: unknown = await response.json().catch(() => null);
    if (!response.ok) return { ok: false, reason: reasonOf(body) ?? String(response.status) };
    const parsed = replayStateSchema.safeParse(body);
    return { ok: true, replay: parsed.success ? parsed.data : null };
  } catch {
    return { ok: false, reason: null };
  }
}

function reasonOf(body: unknown): string | null {
  const refusal = z.object({ rejected: z.string() }).safeParse(body);
  return refusal.success ? refusal.data.rejected : null;
}

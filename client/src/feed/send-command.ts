import { localizedSchema } from '@yavka/shared/ids';
import { findingSchema } from '@yavka/shared/figures/finding';
import type { CommandInput } from '@yavka/shared/log/command';
import * as z from 'zod/mini';

/** A refusal as the server words it. Nothing was written. */
export const refusalSchema = z.object({
  rejected: z.string(),
  message: localizedSchema,
  detail: z.optional(z.string()),
  findings: z.optional(z.array(findingSchema)),
});
export type Refusal = z.infer<typeof refusalSchema>;

const acknowledgedSchema = z.object({ seq: z.int() });

export type CommandOutcome =
  | { readonly kind: 'acknowledged'; readonly seq: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The server answered something that is neither; nobody knows what it did. */
  | { readonly kind: 'unclear'; readonly status: number }
  | { readonly kind: 'stopped' };

/** One POST of JSON; rejects when the server could not be reached. */
export type Post = (
  path: string,
  body: unknown,
  options: { readonly token: string; readonly signal: AbortSignal },
) => Promise<{ readonly status: number; readonly body: unknown }>;

export interface SendingWorld {
  readonly post: Post;
  readonly after: (ms: number, run: () => void) => () => void;
  readonly jitterMs: (least: number, most: number) => number;
}

/** Told when the server could not be reached and the command will be sent again. */
export type OnRetry = (attempt: number) => void;

const pauses = { first: 1_000, most: 15_000, jitter: 1_000 };
/** Nothing was written, and asking again may help: the store is away, or there were too many requests. */
const worthRepeating = new Set([429, 502, 503, 504]);

/**
 * Sends a command until the server answers. It is sent again with the same `commandId`, which the server writes once
 * and answers the same: so a lost answer never writes twice, and a lost command is never lost.
 */
export async function sendCommand(
  command: CommandInput,
  token: string,
  world: SendingWorld,
  signal: AbortSignal,
  onRetry: OnRetry,
): Promise<CommandOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await sendOnce(command, token, world, signal);
    if (signal.aborted) return { kind: 'stopped' };
    if (outcome !== null) return outcome;
    onRetry(attempt);
    const pause = Math.min(pauses.most, pauses.first * 2 ** (attempt - 1)) + world.jitterMs(0, pauses.jitter);
    await new Promise<void>((resolve) => {
      const cancel = world.after(pause, resolve);
      signal.addEventListener('abort', () => {
        cancel();
        resolve();
      });
    });
    if (signal.aborted) return { kind: 'stopped' };
  }
}

/** Null when it is to be sent again. */
async function sendOnce(
  command: CommandInput,
  token: string,
  { post }: SendingWorld,
  signal: AbortSignal,
): Promise<CommandOutcome | null> {
  let answer: { readonly status: number; readonly body: unknown };
  try {
    answer = await post('/api/v1/commands', command, { token, signal });
  } catch {
    return null;
  }
  const { status, body } = answer;
  const acknowledged = acknowledgedSchema.safeParse(body);
  if (status === 200 && acknowledged.success) return { kind: 'acknowledged', seq: acknowledged.data.seq };
  if (worthRepeating.has(status)) return null;
  const refusal = refusalSchema.safeParse(body);
  return refusal.success ? { kind: 'refused', refusal: refusal.data } : { kind: 'unclear', status };
}

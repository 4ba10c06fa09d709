import { PROTOCOL_VERSION } from '@yavka/shared/protocol/wire';
import * as z from 'zod/mini';

import type { Get } from './read-server.ts';

export interface NewPageWorld {
  readonly get: Get;
  readonly after: (ms: number, run: () => void) => () => void;
  readonly jitterMs: (least: number, most: number) => number;
  readonly reload: () => void;
  /** What this tab last loaded itself again for; it outlives the loading. */
  readonly remembered: () => string | null;
  /** False where nothing can be remembered. */
  readonly remember: (reason: string) => boolean;
  /** False on air while there is a picture: a screen is never blanked for a newer page. */
  readonly mayReload: () => boolean;
}

const askEvery = { least: 5_000, most: 8_000 };
const healthSchema = z.object({ version: z.string(), protocolVersion: z.int() });

/**
 * Waits for a server that answers, and then loads the page again: once for each version of the server, so that a page
 * which comes back no newer does not load itself for ever. Otherwise calls `askAgain`.
 * Loading before the server answers would put an error page in place of the last good picture.
 * @returns stops waiting
 */
export function awaitNewPage(world: NewPageWorld, askAgain: () => void): () => void {
  const stopped = new AbortController();
  const ask = async (): Promise<void> => {
    const health = await readHealth(world.get, stopped.signal);
    if (stopped.signal.aborted) return;
    if (health === null) return wait();
    const reason = `${health.version}/${String(health.protocolVersion)}/${String(PROTOCOL_VERSION)}`;
    const isNew = world.mayReload() && world.remembered() !== reason;
    // A page that forgets why it was loaded again would load itself for ever.
    if (isNew && world.remember(reason)) world.reload();
    else askAgain();
  };
  let cancel: () => void = () => undefined;
  const wait = (): void => {
    cancel = world.after(world.jitterMs(askEvery.least, askEvery.most), () => void ask());
  };
  wait();
  return () => {
    stopped.abort();
    cancel();
  };
}

/** The server that answers; null where none does. */
export async function readHealth(get: Get, signal: AbortSignal): Promise<z.infer<typeof healthSchema> | null> {
  try {
    const { status, body } = await get('/healthz', { fresh: true, signal });
    const read = healthSchema.safeParse(body);
    return status === 200 && read.success ? read.data : null;
  } catch {
    return null;
  }
}

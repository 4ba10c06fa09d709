import { readHealth } from './await-new-page.ts';
import type { Get } from './read-server.ts';

/** The world outside, given so that tests can be it. */
export interface CodeWorld {
  readonly get: Get;
  readonly after: (ms: number, run: () => void) => () => void;
  readonly jitterMs: (least: number, most: number) => number;
  /** Calls back each time the link has come back; what it answers stops that. */
  readonly onLinkBack: (run: () => void) => () => void;
  readonly reload: () => void;
  /** The addresses that this tab has loaded itself again for; they outlive the loading. */
  readonly remembered: () => string | null;
  /** False where nothing can be remembered. */
  readonly remember: (addresses: string) => boolean;
}

/** One wait for code that did not come. */
export interface CodeWait {
  /** The reader asks for it himself. */
  readonly askNow: () => void;
  readonly stop: () => void;
}

const firstPause = { least: 500, most: 2_000 };
const longestPauseMs = 60_000;
/** A tab that has loaded itself again for more than this is not mended by doing so. */
const reloadsAtMost = 8;

/**
 * Waits, for code that did not come, until the server answers, and calls `again`. Where it does not come then either,
 * the server has another build: the page is loaded again, keeping its address, once for each address of code in a tab.
 * What goes on failing is asked for ever more seldom.
 */
export function codeAwaiting(world: CodeWorld): (address: string, again: () => void) => CodeWait {
  const tries = new Map<string, number>();

  const mayReload = (address: string): boolean => {
    const known = (world.remembered() ?? '').split(' ').filter(Boolean);
    if (known.includes(address) || known.length >= reloadsAtMost) return false;
    // A page that forgets why it was loaded again would load itself for ever.
    return world.remember([...known, address].join(' '));
  };

  return (address, again) => {
    const tried = tries.get(address) ?? 0;
    const stopped = new AbortController();
    let isLooking = false;
    let cancel: () => void = () => undefined;
    const look = async (isWished: boolean): Promise<void> => {
      if (isLooking) return;
      cancel();
      isLooking = true;
      const isThere = (await readHealth(world.get, stopped.signal)) !== null;
      isLooking = false;
      if (stopped.signal.aborted) return;
      // Loading before the server answers would put an error page in place of the figures.
      if (!isThere) return wait();
      tries.set(address, tried + 1);
      if (tried > 0 && (mayReload(address) || isWished)) world.reload();
      else again();
    };
    const wait = (): void => {
      const pause = Math.min(longestPauseMs, firstPause.least * 4 ** tried);
      cancel = world.after(pause + world.jitterMs(firstPause.least, firstPause.most), () => void look(false));
    };
    const forget = world.onLinkBack(() => void look(false));
    wait();
    return {
      askNow: () => void look(true),
      stop: () => {
        stopped.abort();
        forget();
        cancel();
      },
    };
  };
}

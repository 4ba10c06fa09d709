import type { TokenStore } from '../storage/log-store.ts';
import type { Access } from './access.ts';

/** How long to wait before looking again when the store was away, milliseconds. */
const lookAgainMs = 500;

interface RevocationsDeps {
  readonly access: Access;
  readonly tokens: TokenStore;
  /** Calls back when a token may have been put or revoked, by whatever node. */
  readonly onTokensChanged: (listener: () => void) => () => void;
}

/** Cuts off whoever holds a token that another node of the same store has revoked, as if it had been revoked here. */
export function watchRevocations({ access, tokens, onTokensChanged }: RevocationsDeps): { stop(): void } {
  const told = new Set<string>();
  let looking = false;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    again = true;
    if (looking) return;
    looking = true;
    clearTimeout(timer);
    try {
      while (again) {
        again = false;
        for (const { tokenHash, revokedAt } of await tokens.list()) {
          if (revokedAt === null || told.has(tokenHash)) continue;
          told.add(tokenHash);
          access.tellRevoked(tokenHash);
        }
      }
    } catch {
      // A hint is given once: what it was of must not be missed because the store went away just then.
      timer = setTimeout(() => void look(), lookAgainMs);
    } finally {
      looking = false;
    }
  };
  const forget = onTokensChanged(() => void look());
  void look();
  return {
    stop: () => {
      forget();
      clearTimeout(timer);
    },
  };
}

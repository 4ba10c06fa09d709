import { createHash, randomBytes } from 'node:crypto';

import type { InstantMs } from '@yavka/shared/ids';

import type { TokenStore } from '../storage/log-store.ts';

/**
 * What a token lets its bearer do: `operator` writes, `admin` also reads the whole log and keeps tokens, `replay` drives
 * the replay, `metrics` reads what is measured.
 */
export const roles = ['operator', 'admin', 'replay', 'metrics'] as const;
export type Role = (typeof roles)[number];

export interface Grant {
  readonly role: Role;
  readonly tokenHash: string;
  /** Names the token in the log without telling it: the first characters of its hash. */
  readonly actorId: string;
}

/** Whether its bearer may see what is not released: neither driving the replay nor measuring asks for such sight. */
export function seesUnreleased(grant: Grant | null): grant is Grant {
  return grant?.role === 'operator' || grant?.role === 'admin';
}

/** Who may do what. Tokens are random; the store keeps only their SHA-256. */
export interface Access {
  issue(role: Role, label: string): Promise<string>;
  /** The grant of a token that is known and not revoked, or null. */
  check(token: string): Promise<Grant | null>;
  list(): Promise<
    {
      readonly id: string;
      readonly role: string;
      readonly label: string;
      readonly createdAt: InstantMs;
      readonly revoked: boolean;
    }[]
  >;
  /** Revokes the one token whose id begins so; false when none or several do. */
  revoke(id: string): Promise<boolean>;
  onRevoked(listener: (tokenHash: string) => void): () => void;
  /** Tells the listeners of a token that was revoked elsewhere; telling twice does no harm. */
  tellRevoked(tokenHash: string): void;
}

export function access(tokens: TokenStore, now: () => InstantMs): Access {
  const listeners = new Set<(tokenHash: string) => void>();
  const tellRevoked = (tokenHash: string): void => {
    for (const listener of listeners) listener(tokenHash);
  };
  return {
    tellRevoked,
    issue: async (role, label) => {
      const token = `yv_${randomBytes(24).toString('base64url')}`;
      await tokens.put({ tokenHash: hashOf(token), role, label, createdAt: now(), revokedAt: null });
      return token;
    },
    check: async (token) => {
      const held = await tokens.find(hashOf(token));
      if (held === null || held.revokedAt !== null || !isRole(held.role)) return null;
      return { role: held.role, tokenHash: held.tokenHash, actorId: idOf(held.tokenHash) };
    },
    list: async () =>
      (await tokens.list()).map((held) => ({
        id: idOf(held.tokenHash),
        role: held.role,
        label: held.label,
        createdAt: held.createdAt,
        revoked: held.revokedAt !== null,
      })),
    revoke: async (id) => {
      const matching = (await tokens.list()).filter((held) => id.length >= 8 && held.tokenHash.startsWith(id));
      const [only] = matching;
      if (only === undefined || matching.length > 1) return false;
      await tokens.revoke(only.tokenHash, now());
      tellRevoked(only.tokenHash);
      return true;
    },
    onRevoked: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** SHA-256 suffices for 24 random bytes: there is nothing to guess, unlike with passwords. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function idOf(tokenHash: string): string {
  return tokenHash.slice(0, 12);
}

function isRole(role: string): role is Role {
  return (roles as readonly string[]).includes(role);
}

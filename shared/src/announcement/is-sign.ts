import type { Token } from './scan.ts';

/** True when a token is one of these punctuation signs. */
export function isSign(token: Token | undefined, ...keys: readonly string[]): boolean {
  return token?.kind === 'punctuation' && keys.includes(token.key);
}

import { sha256Hex } from '@yavka/shared/log/seal';

/** Who computes the hashes: the browser's own cryptography, or this program where the page has no secure address. */
export type Hasher = 'browser' | 'program';

export function hasherOf(page: { readonly crypto?: { readonly subtle?: SubtleCrypto } }): Hasher {
  return page.crypto?.subtle === undefined ? 'program' : 'browser';
}

/** SHA-256 of UTF-8 text in lower-case hex, by the browser where it may. */
export function sha256By(hasher: Hasher): (text: string) => Promise<string> {
  return hasher === 'program' ? (text) => Promise.resolve(sha256Hex(text)) : digested;
}

async function digested(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

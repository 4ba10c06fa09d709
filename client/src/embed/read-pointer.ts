import type { Pointer } from '@yavka/shared/protocol/wire';

export type PointerReading =
  { readonly kind: 'pointer'; readonly pointer: Pointer } | { readonly kind: 'otherVersion' };

/**
 * Reads a pointer by hand: the schemas weigh more than all that a page needs until something happens. What it names is
 * read by them.
 * @param protocolVersion the one that this page was written with
 * @throws Error for what is no pointer
 */
export function readPointer(told: unknown, protocolVersion: number): PointerReading {
  if (!isObject(told) || typeof told['protocolVersion'] !== 'number') throw new Error('no pointer');
  if (told['protocolVersion'] !== protocolVersion) return { kind: 'otherVersion' };
  const { logId, seq, clock, snapshot, election } = told;
  const isClock =
    isObject(clock) &&
    Number.isSafeInteger(clock['at']) &&
    typeof clock['rate'] === 'number' &&
    typeof clock['running'] === 'boolean';
  const isAddressed = typeof snapshot === 'string' && typeof election === 'string';
  if (typeof logId !== 'string' || !Number.isSafeInteger(seq) || !isClock || !isAddressed)
    throw new Error('no pointer');
  return { kind: 'pointer', pointer: told as Pointer };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

import type { TurnoutInterval } from '@yavka/shared/figures/turnout';
import { turnoutIntervalSchema } from '@yavka/shared/figures/turnout';

/** A field's text as a value; `unreadable` when it is neither empty nor a number as one writes it. */
export type Typed<Value> =
  { readonly kind: 'empty' } | { readonly kind: 'value'; readonly value: Value } | { readonly kind: 'unreadable' };

const number = String.raw`\d{1,3}(?:[.,]\d{1,2})?`;
const turnoutPattern = new RegExp(String.raw`^(${number})\s*%?(?:\s*[-–—]\s*(${number})\s*%?)?$`);

/** A turnout as typed: `69,31`, `69.3`, `70`, or both ends of a range `78–79,99`. In hundredths, without a float on the way. */
export function typedTurnout(text: string): Typed<TurnoutInterval> {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'empty' };
  const found = turnoutPattern.exec(trimmed);
  if (found === null) return { kind: 'unreadable' };
  const min = hundredthsOf(found[1] ?? '');
  const read = turnoutIntervalSchema.safeParse({ min, max: found[2] === undefined ? min : hundredthsOf(found[2]) });
  return read.success ? { kind: 'value', value: read.data } : { kind: 'unreadable' };
}

/** A whole count as typed or pasted, with any spaces between its thousands. */
export function typedCount(text: string): Typed<number> {
  const digits = text.replaceAll(/\s/gu, '');
  if (digits === '') return { kind: 'empty' };
  return /^\d{1,12}$/.test(digits) ? { kind: 'value', value: Number(digits) } : { kind: 'unreadable' };
}

/** The value, or null for an empty field. */
export function valueOf<Value>(typed: Typed<Value>): Value | null {
  return typed.kind === 'value' ? typed.value : null;
}

function hundredthsOf(text: string): number {
  const [whole = '0', decimals = ''] = text.split(/[.,]/);
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
}

import type { Token } from './scan.ts';

/** «Переслано из чата штаба»: who passed the commission's figures on has estimated nothing. */
export function isSender(tokens: readonly Token[], at: number): boolean {
  if (!/^(штаб|headquarters|campaign|party)/u.test(tokens[at]?.key ?? '')) return false;
  return tokens.slice(Math.max(0, at - 3), at + 4).some(({ key }) => /^(чат|chat|переслан|forward)/u.test(key));
}

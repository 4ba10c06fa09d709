import { expect, it } from 'vitest';

import { isSame } from './same-state.ts';

it.each([
  ['equal', { a: [1, { b: null }] }, { a: [1, { b: null }] }, true],
  ['keys in another order', { a: 1, b: 2 }, { b: 2, a: 1 }, true],
  ['another value deep inside', { a: [1, { b: null }] }, { a: [1, { b: 0 }] }, false],
  ['a key more', { a: 1 }, { a: 1, b: undefined }, false],
  ['a key less', { a: 1, b: undefined }, { a: 1 }, false],
  ['other keys', { a: undefined }, { b: undefined }, false],
  ['a list and an object', [], {}, false],
  ['null and an object', null, {}, false],
  ['in another order', [1, 2], [2, 1], false],
])('[SIM-1] tells whether two states are the same: %s', (_, a, b, expected) => {
  expect(isSame(a, b)).toBe(expected);
  // What was found stays found.
  expect(isSame(a, b)).toBe(expected);
  expect(isSame({ inside: a }, { inside: b })).toBe(expected);
});

import { expect, it } from 'vitest';

import { isLevel } from './is-level.ts';

it('[NODE-3] is level while the store answers, the log in use is served, and that is followed; not with one of them missing', () => {
  const with_ = (answers: boolean, serves: boolean, follows: boolean): boolean =>
    isLevel({ isAnswering: () => answers }, { isServed: () => serves }, { isFollowing: () => follows });
  expect(with_(true, true, true)).toBe(true);
  expect([with_(false, true, true), with_(true, false, true), with_(true, true, false)]).toEqual([false, false, false]);
});

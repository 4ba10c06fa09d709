import { expect, it } from 'vitest';

import { replayClock } from './replay-clock.ts';

function clockOn(start: number, rate: number, running: boolean) {
  let elapsed = 0;
  const clock = replayClock(start, rate, running, () => elapsed);
  return { clock, pass: (ms: number) => (elapsed += ms) };
}

it('[CLK-1] scales the time that passes by its rate, and stands in a pause', () => {
  const { clock, pass } = clockOn(1_000, 60, true);
  pass(100);
  expect(clock.now()).toBe(7_000);
  clock.pause();
  pass(100);
  expect(clock.reading()).toEqual({ at: 7_000, rate: 60, running: false });
  clock.setRate(10);
  clock.resume();
  pass(100);
  expect(clock.now()).toBe(8_000);
});

it('[CLK-1] is moved forward and never back', () => {
  const { clock } = clockOn(1_000, 60, false);
  clock.advanceTo(5_000);
  clock.advanceTo(2_000);
  expect(clock.now()).toBe(5_000);
});

it('[CLK-4] goes on from another clock’s place, and stands rather than running back', () => {
  let count = 50_000;
  const driving = replayClock(1_000, 60, true, () => count);
  const joined = replayClock(0, 1, false, () => count);
  joined.takeUp(driving.place());
  count += 1_000;
  expect([joined.now(), driving.now()]).toEqual([61_000, 61_000]);

  driving.pause();
  const place = driving.place();
  count += 100;
  expect([joined.now(), driving.now()]).toEqual([67_000, 61_000]);
  joined.takeUp(place);
  expect(joined.reading()).toEqual({ at: 67_000, rate: 60, running: false });
  driving.resume();
  joined.takeUp(driving.place());
  count += 50;
  expect([joined.now(), driving.now()]).toEqual([67_000, 64_000]);
  count += 100;
  expect([joined.now(), driving.now()]).toEqual([70_000, 70_000]);
});

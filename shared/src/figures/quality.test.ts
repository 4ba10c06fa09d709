import { expect, it } from 'vitest';

import { qualityOf } from './quality.ts';

it.each([
  [{ min: 2872, max: 2872 }, 200, 'exact'],
  [{ min: 8001, max: 10_000 }, 200, 'above'],
  [{ min: 6000, max: 10_000 }, 200, 'above'],
  [{ min: 7800, max: 7999 }, 200, 'approaching'],
  [{ min: 7800, max: 7999 }, 300, 'range'],
  [{ min: 7700, max: 7999 }, 300, 'approaching'],
  [{ min: 3200, max: 3399 }, 200, 'range'],
  [{ min: 0, max: 4099 }, 200, 'range'],
  [{ min: 0, max: 10_000 }, 200, 'range'],
] as const)("[FMT-13] %o with the pack's width of approaching %i is %s", (interval, approachWidth, quality) => {
  expect(qualityOf(interval, { approachWidth })).toBe(quality);
});

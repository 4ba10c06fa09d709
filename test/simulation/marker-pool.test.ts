import { expect, it } from 'vitest';

import { markersIn } from './marker-pool.ts';

it('[SIM-3] takes digits in the id of a connection for no value, and the same digits elsewhere for one', () => {
  expect(markersIn('0{"sid":"kR-7082_vW3mQz9xAAAB"}')).toEqual(new Set());
  expect(markersIn('0{"sid":"7082-kR_vW3mQz9xAAAB"}')).toEqual(new Set());
  expect(markersIn('{"turnout":{"min":7082,"max":7082}}')).toEqual(new Set(['7082']));
  expect(markersIn('{"sid":"7082"}')).toEqual(new Set(['7082']));
});

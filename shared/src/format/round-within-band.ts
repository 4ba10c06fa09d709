import type { BandEdges } from '../figures/band.ts';
import type { Decimals } from './number.ts';
import { roundHundredths } from './number.ts';

/**
 * Rounds hundredths of a percent to `decimals`, never out of the value's band `[min, max)`: 79,96 with one decimal is 79,9, not 80,0.
 * Where no value of that many decimals lies in the band, the value stays as it is.
 * @returns hundredths of a percent
 */
export function roundWithinBand(hundredths: number, decimals: Decimals, bands: readonly BandEdges[]): number {
  return nearestInBand(hundredths, 10 ** (2 - decimals), 1, bands);
}

/**
 * A computed turnout (ten-thousandths of a percent, see `computedTurnout`) to hundredths, never out of its band:
 * 79,9960 is 79,99, not 80,00.
 */
export function roundComputedWithinBand(tenThousandths: number, bands: readonly BandEdges[]): number {
  return Math.floor(nearestInBand(tenThousandths, 100, 100, bands) / 100);
}

/** `unit` is how many of the value's units one hundredth of a percent holds. */
function nearestInBand(value: number, step: number, unit: number, bands: readonly BandEdges[]): number {
  const rounded =
    unit === 1 ? roundHundredths(value, decimalsOf(step)) : Math.floor((2 * value + step) / (2 * step)) * step;
  const band = bands.find((one, index) => inBand(value, one, unit, index === bands.length - 1));
  if (band === undefined) return rounded;
  const isLast = band === bands.at(-1);
  const down = Math.floor(value / step) * step;
  const inside = [rounded, down, down + step].find((candidate) => inBand(candidate, band, unit, isLast));
  return inside ?? value;
}

function inBand(value: number, band: BandEdges, unit: number, isLast: boolean): boolean {
  return value >= band.min * unit && (value < band.max * unit || (isLast && value === band.max * unit));
}

function decimalsOf(step: number): Decimals {
  return step === 1 ? 2 : step === 10 ? 1 : 0;
}

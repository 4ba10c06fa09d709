import type { Point } from './box-around.ts';

/** Path data of straight lines to a tenth of a pixel, each closed or left open. */
export function pathOf(lines: readonly (readonly Point[])[], end: 'Z' | ''): string {
  const tenth = (value: number): string => String(Math.round(value * 10) / 10);
  return lines.map((line) => `M${line.map(([x, y]) => `${tenth(x)},${tenth(y)}`).join('L')}${end}`).join('');
}

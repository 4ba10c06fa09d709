import { wholeTurnout } from '@yavka/shared/figures/turnout';

/** Where the comb's columns would end: all voters, in hundredths of a percent. */
export const combTop = wholeTurnout;

/** The lines of the comb: the lower edge of the top band, and the band edge nearest the middle. */
export function combScaleOf(bands: readonly { readonly min: number }[]): { edge: number; fraction: number }[] {
  const edges = bands.map((band) => band.min).filter((edge) => edge > 0);
  const top = edges.at(-1);
  if (top === undefined) return [];
  const distance = (edge: number): number => Math.abs(edge - wholeTurnout / 2);
  const middle = edges.reduce((nearest, edge) => (distance(edge) < distance(nearest) ? edge : nearest), top);
  return [...new Set([top, middle])].map((edge) => ({ edge, fraction: edge / combTop }));
}

import type { Band } from '../pack/pack.ts';
import { patternId } from './area-fill.ts';

/** One mark of a texture: what an SVG element of that name is drawn with. */
export type TextureMark =
  | { readonly shape: 'stripe'; readonly x: number; readonly width: number; readonly fill: string | null }
  | { readonly shape: 'dot'; readonly x: number; readonly y: number; readonly radius: number; readonly isCold: boolean }
  | { readonly shape: 'cross'; readonly path: string };

/** A square that is repeated over an area; `angle` in degrees. A stripe runs over its whole height. */
export interface MapTexture {
  readonly id: string;
  readonly size: number;
  readonly angle: number;
  readonly marks: readonly TextureMark[];
}

/** Pairs of bands that some area's interval spans, as the textures of stale and crossing figures are made for. */
export function bandPairsOf(areas: readonly { readonly low: number | null; readonly high: number | null }[]): string {
  return [...new Set(areas.map((area) => `${area.low ?? 0}-${area.high ?? 0}`))].sort().join(' ');
}

/** Lengths of the textures in pixels. What repeats along a screen's lines repeats after a multiple of four. */
const lengths = {
  large: { slant: 16 * Math.SQRT1_2, stripe: 4, upright: 12, dots: 16, dot: 1.6, cross: 16 },
  small: { slant: 12 * Math.SQRT1_2, stripe: 3, upright: 8, dots: 12, dot: 1.2, cross: 12 },
};
const lattice = 6;

/**
 * The textures of a map. They stand still, since a moving stripe would flicker on a television picture, and repeat after
 * whole pixels of every usual screen (1, 1.25, 1.5, 2 or 3 to ours), since one that falls between two would swim.
 * @param pairs as `bandPairsOf` gives them
 * @param scale 1 on a picture of 1080 lines; below, all is three quarters as large, with stripes of 3 px
 */
export function mapTexturesOf(prefix: string, bands: readonly Band[], pairs: string, scale: number): MapTexture[] {
  const { slant, stripe, upright, dots, dot, cross } = scale < 0.85 ? lengths.small : lengths.large;
  const inked = (id: string, angle: number): MapTexture => ({
    id,
    size: slant,
    angle,
    marks: [{ shape: 'stripe', x: 0, width: stripe, fill: null }],
  });
  const two = (id: string, [low, high]: readonly [string, string], size: number, angle: number, width: number) => ({
    ...{ id, size, angle },
    marks: [
      { shape: 'stripe', x: 0, width, fill: low },
      { shape: 'stripe', x: size / 2, width, fill: high },
    ] as const,
  });
  return [
    inked(patternId.above(prefix), 45),
    inked(patternId.range(prefix), -45),
    {
      ...{ id: patternId.approaching(prefix), size: 2 * lattice, angle: 0 },
      marks: [
        [0.5, 0.5],
        [1.5, 0.5],
        [0, 1.5],
        [1, 1.5],
        [2, 1.5],
      ].map(([x = 0, y = 0]) => ({ shape: 'dot', x: x * lattice, y: y * lattice, radius: 1.4, isCold: false })),
    },
    {
      ...{ id: patternId.awaited(prefix), size: dots, angle: 0 },
      marks: [{ shape: 'dot', x: dots / 2, y: dots / 2, radius: dot, isCold: true }],
    },
    {
      ...{ id: patternId.withheld(prefix), size: cross, angle: 0 },
      marks: [
        {
          shape: 'cross',
          path: `M${cross * 0.3} ${cross * 0.3}L${cross * 0.7} ${cross * 0.7}M${cross * 0.7} ${cross * 0.3}L${cross * 0.3} ${cross * 0.7}`,
        },
      ],
    },
    ...pairs
      .split(' ')
      .filter((pair) => pair !== '')
      .flatMap((pair) => {
        const [low = 0, high = 0] = pair.split('-').map(Number);
        const colors = [bands[low]?.color ?? 'none', bands[high]?.color ?? 'none'] as const;
        return [
          two(patternId.across(prefix, low, high), colors, 2 * slant, -45, slant),
          two(patternId.stale(prefix, low, high), colors, 2 * upright, 0, stripe),
        ];
      }),
  ];
}

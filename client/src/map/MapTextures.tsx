import type { Band } from '@yavka/shared/pack/pack';
import type { ReactElement, ReactNode } from 'react';
import { memo } from 'react';

import { patternId } from './area-fill.ts';

interface Props {
  readonly prefix: string;
  readonly bands: readonly Band[];
  /** Pairs of bands that some area's interval spans, `low-high`, joined with spaces. */
  readonly pairs: string;
  /** 1 on a picture of 1080 lines. */
  readonly scale: number;
}

/** The map's textures. They stand still: a moving stripe would flicker on a television picture. */
export const MapTextures = memo(function MapTextures({ prefix, bands, pairs, scale }: Props): ReactElement {
  const [dot, dots, cross] = [6 * scale, 14 * scale, 16 * scale];
  return (
    <defs>
      <Tile id={patternId.above(prefix)} size={12 * scale} angle={45}>
        <rect width={4 * scale} height={12 * scale} className="map-ink" />
      </Tile>
      <Tile id={patternId.range(prefix)} size={12 * scale} angle={-45}>
        <rect width={4 * scale} height={12 * scale} className="map-ink" />
      </Tile>
      <Tile id={patternId.approaching(prefix)} size={2 * dot} angle={0}>
        {[
          [0.5, 0.5],
          [1.5, 0.5],
          [0, 1.5],
          [1, 1.5],
          [2, 1.5],
        ].map(([x = 0, y = 0]) => (
          <circle key={`${x} ${y}`} cx={x * dot} cy={y * dot} r={1.5 * scale} className="map-ink" />
        ))}
      </Tile>
      <Tile id={patternId.awaited(prefix)} size={dots} angle={0}>
        <circle cx={dots / 2} cy={dots / 2} r={Math.max(1, 1.6 * scale)} className="map-cold" />
      </Tile>
      <Tile id={patternId.withheld(prefix)} size={cross} angle={0}>
        <path
          d={`M${cross * 0.3} ${cross * 0.3}L${cross * 0.7} ${cross * 0.7}M${cross * 0.7} ${cross * 0.3}L${cross * 0.3} ${cross * 0.7}`}
          className="map-cross"
        />
      </Tile>
      {pairs
        .split(' ')
        .filter((pair) => pair !== '')
        .map((pair) => {
          const [low = 0, high = 0] = pair.split('-').map(Number);
          const colors = [bands[low]?.color, bands[high]?.color];
          return [
            <Tile key={`across ${pair}`} id={patternId.across(prefix, low, high)} size={16 * scale} angle={-45}>
              <rect width={8 * scale} height={16 * scale} fill={colors[0]} />
              <rect x={8 * scale} width={8 * scale} height={16 * scale} fill={colors[1]} />
            </Tile>,
            <Tile key={`stale ${pair}`} id={patternId.stale(prefix, low, high)} size={20 * scale} angle={0}>
              <rect width={4 * scale} height={20 * scale} fill={colors[0]} />
              <rect x={10 * scale} width={4 * scale} height={20 * scale} fill={colors[1]} />
            </Tile>,
          ];
        })}
    </defs>
  );
});

function Tile({
  id,
  size,
  angle,
  children,
}: {
  readonly id: string;
  readonly size: number;
  readonly angle: number;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <pattern
      id={id}
      width={size}
      height={size}
      patternUnits="userSpaceOnUse"
      {...(angle === 0 ? {} : { patternTransform: `rotate(${angle})` })}
    >
      {children}
    </pattern>
  );
}

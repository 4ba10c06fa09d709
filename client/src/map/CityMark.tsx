import type { AreaId } from '@yavka/shared/ids';
import type { Band } from '@yavka/shared/pack/pack';
import type { MapArea } from '@yavka/shared/scenes/map-area';
import type { ReactElement } from 'react';
import { memo } from 'react';

import { areaFillOf } from '@yavka/shared/scenes/area-fill';
import type { MapSizes } from './map-sizes.ts';

interface Props {
  readonly area: MapArea;
  readonly at: readonly [number, number];
  readonly bands: readonly Band[];
  readonly prefix: string;
  readonly sizes: MapSizes;
  readonly onPick: (area: AreaId) => void;
}

/** The ring over a place too small to be seen: its band within a paper border, since dark bands are weak on ink. */
export const CityMark = memo(
  function CityMark({ area, at, bands, prefix, sizes, onPick }: Props): ReactElement {
    const { fill, texture } = areaFillOf(area, bands, prefix);
    const [cx, cy] = at;
    return (
      <g className="map-city-ring" onClick={() => onPick(area.area)}>
        <circle cx={cx} cy={cy} r={sizes.ring + 3 * sizes.unit} fill="var(--ink)" />
        <circle cx={cx} cy={cy} r={sizes.ring} fill={fill} />
        {texture === null ? null : <circle cx={cx} cy={cy} r={sizes.ring} fill={texture} />}
        <circle
          cx={cx}
          cy={cy}
          r={sizes.ring}
          fill="none"
          stroke={area.polls === 'open' ? 'var(--ice)' : 'var(--paper)'}
          strokeWidth={Math.max(1.5, 2.4 * sizes.unit)}
        />
      </g>
    );
  },
  (before, after) =>
    before.area === after.area &&
    before.at[0] === after.at[0] &&
    before.at[1] === after.at[1] &&
    before.bands === after.bands &&
    before.sizes === after.sizes,
);

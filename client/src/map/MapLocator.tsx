import type { AreaId } from '@yavka/shared/ids';
import type { ReactElement } from 'react';
import { memo } from 'react';

import type { Box, MapGeometry } from './map-geometry.ts';
import { isTooSmall } from './map-zoom.ts';

const ring = 7;

interface Props {
  readonly whole: MapGeometry;
  readonly zoomed: AreaId;
  /** Where the small map stands. */
  readonly box: Box;
  readonly onZoom: (area: AreaId) => void;
}

/** Where in the land the shown area lies: the whole land in small, another area a click away. */
export const MapLocator = memo(function MapLocator({ whole, zoomed, box, onZoom }: Props): ReactElement {
  const { land } = whole;
  const scale = Math.min(box.width / land.width, box.height / land.height);
  const here = whole.shapes.find((shape) => shape.area === zoomed);
  const y = box.y + box.height - land.height * scale;
  return (
    <g
      className="map-locator"
      transform={`translate(${box.x - land.x * scale} ${y - land.y * scale}) scale(${scale})`}
      strokeWidth={1.5 / scale}
    >
      {whole.shapes.map((shape) => (
        <path
          key={shape.area}
          d={shape.path}
          data-here={shape.area === zoomed ? '' : undefined}
          onClick={() => onZoom(shape.area)}
        />
      ))}
      {here !== undefined && isTooSmall(here) ? (
        <circle
          cx={here.bounds.x + here.bounds.width / 2}
          cy={here.bounds.y + here.bounds.height / 2}
          r={ring / scale}
        />
      ) : null}
    </g>
  );
});

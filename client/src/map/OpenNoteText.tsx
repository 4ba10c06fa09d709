import type { ReactElement } from 'react';

import type { OutsideLabel } from './label-outside.ts';
import type { MapSizes } from './map-sizes.ts';
import { OpenRing } from './OpenRing.tsx';

/** The words that explain the ring and the tear line, in the colour of both. */
export function OpenNoteText({
  label,
  sizes,
}: {
  readonly label: OutsideLabel;
  readonly sizes: MapSizes;
}): ReactElement {
  const { box, lines } = label;
  return (
    <g className="map-label map-label-open">
      <OpenRing
        x={box.x + sizes.name * 0.36}
        y={box.y + sizes.name * 0.56}
        size={sizes.name * 1.7}
        stroke="var(--ice)"
      />
      {lines.map((line, index) => (
        <text
          key={line}
          x={box.x + sizes.name * 1.1}
          y={box.y + (index * 1.12 + 0.86) * sizes.name}
          fontSize={sizes.name}
          className="map-name map-start"
          fill="var(--ice)"
        >
          {line}
        </text>
      ))}
    </g>
  );
}

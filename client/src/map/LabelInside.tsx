import type { Band } from '@yavka/shared/pack/pack';
import type { MapArea } from '@yavka/shared/scenes/map-area';
import type { ReactElement } from 'react';
import { memo } from 'react';

import { labelInksOf } from '@yavka/shared/scenes/area-fill';
import type { InsideLabel } from './label-inside.ts';
import { ringRoom } from './label-inside.ts';
import { OpenRing } from './OpenRing.tsx';
import type { TextMeasure } from './text-measure.ts';

interface Props {
  readonly label: InsideLabel;
  readonly area: MapArea;
  readonly bands: readonly Band[];
  readonly measure: TextMeasure;
}

/** Figure, name and note within the area's own borders. */
export const LabelInside = memo(function LabelInside({ label, area, bands, measure }: Props): ReactElement {
  const { box, figureSize, nameSize, noteSize, lines } = label;
  const inks = labelInksOf(area, bands);
  // Where there is no figure yet its room is kept, and the texture shows through it.
  const plate = inks.plate ?? (area.look === 'awaited' ? 'var(--ink-2)' : null);
  const plateTop = area.figure === null ? box.y + figureSize * 0.84 : box.y;
  const middle = box.x + box.width / 2;
  const isOpen = area.polls === 'open' && area.figure !== null;
  const figureWidth = measure(area.figure ?? '', 'figure', figureSize);
  const figureX = middle - (isOpen ? ringRoom(figureSize) / 2 : 0);
  const top = box.y + figureSize * 0.84;
  const nameAt = (index: number): number => top + (index * 1.06 + 0.82) * nameSize;
  return (
    <g className="map-label">
      {plate === null ? null : (
        <rect
          x={box.x - 2}
          y={plateTop - 1}
          width={box.width + 4}
          height={box.y + box.height - plateTop + 4}
          fill={plate}
        />
      )}
      {area.figure === null ? null : (
        <text x={figureX} y={box.y + figureSize * 0.76} fontSize={figureSize} className="map-figure" fill={inks.figure}>
          {area.figure}
        </text>
      )}
      {isOpen ? (
        <OpenRing
          x={figureX + figureWidth / 2 + figureSize * 0.31}
          y={box.y + figureSize * 0.42}
          size={figureSize}
          stroke={area.look === 'stale' ? 'var(--ice)' : inks.figure}
        />
      ) : null}
      {area.corrected ? (
        <rect
          x={figureX - figureWidth / 2 - 3}
          y={box.y - 1}
          width={figureWidth + 6}
          height={figureSize * 0.83}
          className="map-stamp"
        />
      ) : null}
      {lines.map((line, index) => (
        <text key={line} x={middle} y={nameAt(index)} fontSize={nameSize} className="map-name" fill={inks.name}>
          {line}
        </text>
      ))}
      {area.note === null || lines.length === 0 || label.hasNoNote === true ? null : (
        <text
          x={middle}
          y={top + lines.length * 1.06 * nameSize + 0.82 * noteSize}
          fontSize={noteSize}
          className="map-note"
          fill={inks.note}
        >
          {area.note}
        </text>
      )}
    </g>
  );
});

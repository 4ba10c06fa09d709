import type { ReactElement } from 'react';
import { memo } from 'react';

/** The row of dots along a border of which one side is still voting: the edge of what is known. */
export const TearLine = memo(function TearLine(props: {
  readonly path: string;
  /** 1 on a picture of 1080 lines. */
  readonly unit: number;
}): ReactElement {
  const { path, unit } = props;
  const dot = Math.max(3.2, 6 * unit);
  return (
    <g className="map-tear" data-testid="tear-line">
      <path d={path} className="map-tear-ground" strokeWidth={dot * 2.2} />
      <path d={path} className="map-tear-dots" strokeWidth={dot} strokeDasharray={`0 ${dot * 2}`} />
    </g>
  );
});

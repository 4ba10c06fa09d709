import type { ReactElement } from 'react';
import { memo } from 'react';

interface Props {
  readonly leader: readonly [readonly [number, number], readonly [number, number]];
  readonly kind: 'aside' | 'callout' | 'note';
  readonly ring: number;
  readonly unit: number;
}

/** The line from a place to its label outside. It starts at a callout's ring, else at a dot in the area. */
export const Leader = memo(function Leader({ leader, kind, ring, unit }: Props): ReactElement {
  const [[x0, y0], [x1, y1]] = leader;
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const skip = kind === 'callout' ? Math.min(ring, length) : 0;
  const stay = Math.max(0, length - skip - 5 * unit) + skip;
  const at = (distance: number): [number, number] => [
    x0 + ((x1 - x0) * distance) / length,
    y0 + ((y1 - y0) * distance) / length,
  ];
  const [from, to] = [at(skip), at(stay)];
  const d = `M${from[0].toFixed(1)} ${from[1].toFixed(1)}L${to[0].toFixed(1)} ${to[1].toFixed(1)}`;
  return (
    <>
      <path d={d} className="map-leader-ground" strokeWidth={Math.max(4, 7 * unit)} />
      <path d={d} className="map-leader" strokeWidth={Math.max(1.2, 2.2 * unit)} />
      {kind === 'aside' ? (
        <circle cx={x0} cy={y0} r={Math.max(2.5, 5 * unit)} fill="var(--ink)" stroke="var(--paper)" strokeWidth={1.2} />
      ) : null}
    </>
  );
});

import type { ReactElement } from 'react';

/** The ring after a figure: polls still open, the figure may still grow. `size` is the figure's. */
export function OpenRing(props: {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly stroke: string;
}): ReactElement {
  return (
    <circle
      cx={props.x}
      cy={props.y}
      r={props.size * 0.15}
      fill="none"
      stroke={props.stroke}
      strokeWidth={Math.max(1.4, props.size * 0.075)}
    />
  );
}

import type { Band } from '@yavka/shared/pack/pack';
import type { TextureMark } from '@yavka/shared/scenes/map-textures-of';
import { mapTexturesOf } from '@yavka/shared/scenes/map-textures-of';
import type { ReactElement } from 'react';
import { memo } from 'react';

interface Props {
  readonly prefix: string;
  readonly bands: readonly Band[];
  /** Pairs of bands that some area's interval spans, as `bandPairsOf` gives them. */
  readonly pairs: string;
  /** 1 on a picture of 1080 lines. */
  readonly scale: number;
}

/** The map's textures, to be filled with by their ids. */
export const MapTextures = memo(function MapTextures({ prefix, bands, pairs, scale }: Props): ReactElement {
  return (
    <defs>
      {mapTexturesOf(prefix, bands, pairs, scale).map(({ id, size, angle, marks }) => (
        <pattern
          key={id}
          id={id}
          width={size}
          height={size}
          patternUnits="userSpaceOnUse"
          {...(angle === 0 ? {} : { patternTransform: `rotate(${angle})` })}
        >
          {marks.map((mark) => (
            <Mark key={JSON.stringify(mark)} mark={mark} size={size} />
          ))}
        </pattern>
      ))}
    </defs>
  );
});

function Mark({ mark, size }: { readonly mark: TextureMark; readonly size: number }): ReactElement {
  switch (mark.shape) {
    case 'stripe':
      return (
        <rect
          x={mark.x}
          width={mark.width}
          height={size}
          {...(mark.fill === null ? { className: 'map-ink' } : { fill: mark.fill })}
        />
      );
    case 'dot':
      return <circle cx={mark.x} cy={mark.y} r={mark.radius} className={mark.isCold ? 'map-cold' : 'map-ink'} />;
    case 'cross':
      return <path d={mark.path} className="map-cross" />;
  }
}

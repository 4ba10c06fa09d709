import type { AreaId } from '@yavka/shared/ids';
import type { Band } from '@yavka/shared/pack/pack';
import type { MapArea } from '@yavka/shared/scenes/map-area';
import type { ReactElement } from 'react';
import { memo, useState } from 'react';

import { areaFillOf } from '@yavka/shared/scenes/area-fill';

interface Painted {
  readonly fill: string;
  readonly texture: string | null;
  /** What fades out over it; null at rest. */
  readonly before: { readonly fill: string; readonly texture: string | null } | null;
  /** 1 and 2 in turn: an animation that begins again has to have another name. */
  readonly turn: number;
}

interface Props {
  readonly area: MapArea;
  readonly path: string;
  readonly bands: readonly Band[];
  readonly prefix: string;
  /** Null on air: a picture, not a list to choose from. */
  readonly choice: { readonly isSelected: boolean; readonly isStop: boolean } | null;
  /** When its new band is shown after an arrival, milliseconds: west before east. */
  readonly delay: number;
  readonly onPick: (area: AreaId) => void;
  readonly onPoint: (area: AreaId | null, by: 'pointer' | 'focus') => void;
}

/**
 * One area's shape. Drawn again only when what it shows changes: a figure arriving elsewhere does not touch it. The
 * old band fades out over the new one, so the shape itself has its final fill at once.
 */
export const RegionShape = memo(function RegionShape(props: Props): ReactElement {
  const { area, path, bands, prefix, choice, delay, onPick, onPoint } = props;
  const { fill, texture } = areaFillOf(area, bands, prefix);
  const [painted, setPainted] = useState<Painted>({ fill, texture, before: null, turn: 1 });
  if (painted.fill !== fill || painted.texture !== texture) {
    const before = { fill: painted.fill, texture: painted.texture };
    setPainted({ fill, texture, before, turn: painted.turn === 1 ? 2 : 1 });
  }
  const { before, turn } = painted;
  return (
    <>
      <path
        d={path}
        fill={fill}
        className="map-area"
        data-area={area.area}
        data-band={area.low === null ? '' : area.low === area.high ? String(area.low) : `${area.low}-${area.high}`}
        data-quality={area.quality ?? ''}
        data-look={area.look}
        data-missing={area.missing ?? ''}
        data-stale={area.stale ? '' : undefined}
        data-polls={area.polls}
        {...(choice === null
          ? {}
          : {
              role: 'option',
              'aria-label': area.sentence,
              'aria-selected': choice.isSelected,
              tabIndex: choice.isStop ? 0 : -1,
              onClick: () => onPick(area.area),
              onFocus: () => onPoint(area.area, 'focus'),
              onBlur: () => onPoint(null, 'focus'),
              onPointerEnter: () => onPoint(area.area, 'pointer'),
              onPointerLeave: () => onPoint(null, 'pointer'),
            })}
      />
      {texture === null ? null : <path d={path} fill={texture} className="map-over" aria-hidden="true" />}
      {/* Always there: to make its outline anew at each change would cost more than the change. */}
      <g
        className={before === null ? 'map-rested' : 'map-fading'}
        data-passing=""
        aria-hidden="true"
        data-turn={turn}
        style={before === null ? undefined : { animationDelay: `${delay}ms` }}
        onAnimationEnd={() => setPainted((last) => ({ ...last, before: null }))}
      >
        <path d={path} fill={before?.fill ?? 'none'} />
        {before === null || before.texture === null ? null : <path d={path} fill={before.texture} />}
      </g>
    </>
  );
});

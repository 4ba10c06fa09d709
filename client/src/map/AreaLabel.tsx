import type { AreaId } from '@yavka/shared/ids';
import type { Band } from '@yavka/shared/pack/pack';
import type { MapArea } from '@yavka/shared/scenes/map-area';
import type { ReactElement } from 'react';
import { memo } from 'react';

import { CityMark } from './CityMark.tsx';
import { LabelInside } from './LabelInside.tsx';
import { LabelOutside } from './LabelOutside.tsx';
import type { MapLabel } from './map-layout.ts';
import type { MapSizes } from './map-sizes.ts';
import type { TextMeasure } from './text-measure.ts';

/** An area's words where they found their place, and the ring of one too small to be seen. */
export const AreaLabel = memo(function AreaLabel(props: {
  readonly area: MapArea;
  readonly label: MapLabel | undefined;
  readonly hasRing: boolean;
  readonly bands: readonly Band[];
  readonly prefix: string;
  readonly sizes: MapSizes;
  readonly measure: TextMeasure;
  readonly onPick: (area: AreaId) => void;
  readonly project: (point: readonly [number, number]) => [number, number];
}): ReactElement {
  const { area, label, hasRing, bands, prefix, sizes, measure, onPick, project } = props;
  return (
    <>
      {hasRing && area.labelPoint !== null ? (
        <CityMark
          area={area}
          at={project(area.labelPoint)}
          bands={bands}
          prefix={prefix}
          sizes={sizes}
          onPick={onPick}
        />
      ) : null}
      {label === undefined ? null : label.kind === 'inside' ? (
        <LabelInside label={label} area={area} bands={bands} measure={measure} />
      ) : (
        <LabelOutside
          label={label}
          area={area}
          bands={bands}
          prefix={prefix}
          sizes={sizes}
          measure={measure}
          onPick={onPick}
        />
      )}
    </>
  );
});

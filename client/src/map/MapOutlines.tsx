import type { AreaId } from '@yavka/shared/ids';
import type { MapArea } from '@yavka/shared/scenes/map-area';
import type { ReactElement } from 'react';
import { memo } from 'react';

import { inflated } from './label-inside.ts';
import type { MapGeometry } from './map-geometry.ts';
import type { MapLayout } from './map-layout.ts';
import type { MapSizes } from './map-sizes.ts';
import { usePointed } from './pointed.ts';

interface Props {
  readonly geometry: MapGeometry;
  readonly areas: readonly MapArea[];
  /** Null while the labels' places are being looked for. */
  readonly layout: MapLayout | null;
  readonly sizes: MapSizes;
  readonly selected: AreaId | null;
}

/**
 * What is chosen, focused or pointed at, and the areas of the legend's band under the pointer: outlined on the land, and
 * around a label that stands outside. It alone is drawn when the pointer moves.
 */
export const MapOutlines = memo(function MapOutlines(props: Props): ReactElement {
  const { geometry, areas, layout, sizes, selected } = props;
  const pointed = usePointed((state) => state.area);
  const focused = usePointed((state) => state.focused);
  const band = usePointed((state) => state.band);
  const ofBand = band === null ? [] : areas.filter((area) => !area.stale && area.low === band && area.high === band);
  const marked = [
    ...ofBand.map(({ area }) => ({ area, kind: 'band' })),
    { area: pointed, kind: 'pointed' },
    { area: selected, kind: 'selected' },
    { area: focused, kind: 'focused' },
  ];
  return (
    <g className="map-outlines" data-passing="">
      {marked.map(({ area, kind }) => {
        const path = geometry.shapes.find((shape) => shape.area === area)?.path;
        const label = area === null ? undefined : layout?.labels.get(area);
        return path === undefined ? null : (
          <g key={`${kind} ${area ?? ''}`} data-kind={kind}>
            <path d={path} className="map-outline-ground" strokeWidth={sizes.border * (kind === 'focused' ? 4 : 3)} />
            <path d={path} className="map-outline" strokeWidth={sizes.border * (kind === 'focused' ? 2 : 1.5)} />
            {label === undefined || label.kind === 'inside' || kind === 'band' ? null : (
              <rect {...inflated(label.box, 4)} className="map-outline" strokeWidth={kind === 'focused' ? 2.5 : 1.2} />
            )}
          </g>
        );
      })}
    </g>
  );
});

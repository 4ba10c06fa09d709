import type { ReactElement } from 'react';
import { useMemo } from 'react';

import { useFeed } from '../../feed/store.ts';
import type { MapGeometry } from '../../map/map-geometry.ts';
import { mapGeometryOf } from '../../map/map-geometry.ts';
import { neighboursOf } from '../../map/neighbours-of.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { PageLink } from '../PageLink.tsx';
import { useAreaWords } from '../use-area-words.ts';
import type { RegionPageModel } from './region-page-model.ts';

const width = 420;
const height = 236;
const room = { x: 16, y: 14, width: width - 32, height: height - 28 };
/** A shape narrower than this is not found without a ring around it. */
const smallest = 18;

/** Where the region lies, on ink as every map, and what borders on it. Nothing for an area that the map does not draw. */
export function RegionLocator({ model }: { model: RegionPageModel }): ReactElement | null {
  const { t } = useTranslation('regions');
  const words = useAreaWords();
  const topology = useFeed((feed) => feed.geometry);
  const object = useFeed((feed) => feed.resolved?.pack.geometry?.object);
  const { id } = model.area;
  const drawn = useMemo(
    () =>
      topology === null || object === undefined
        ? null
        : { geometry: mapGeometryOf(topology, object, room), near: neighboursOf(topology, object, id) },
    [topology, object, id],
  );
  if (drawn === null || !drawn.geometry.shapes.some((shape) => shape.area === id)) return null;
  return (
    <figure className="region-locator">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('locator.label', { area: words.nameOf(id) })}>
        <LocatorShapes model={model} geometry={drawn.geometry} />
      </svg>
      <figcaption>
        {t('locator.near')}{' '}
        {drawn.near.map((area, index) => (
          <span key={area}>
            {index === 0 ? '' : ' · '}
            <PageLink to={{ page: 'regions', area }}>{words.nameOf(area)}</PageLink>
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function LocatorShapes({ model, geometry }: { model: RegionPageModel; geometry: MapGeometry }): ReactElement {
  const bands = useFeed((feed) => feed.resolved?.pack.bands);
  const { view } = model.standing;
  const band = view.place?.kind === 'within' && !view.stale ? bands?.[view.place.band] : undefined;
  const own = geometry.shapes.find((shape) => shape.area === model.area.id);
  const isSmall = own !== undefined && Math.min(own.bounds.width, own.bounds.height) < smallest;
  return (
    <>
      {geometry.shapes.map(({ area, path }) => (
        <path key={area} d={path} className="locator-land" />
      ))}
      {own === undefined ? null : (
        <>
          <path d={own.path} className="locator-own" style={{ fill: band?.color ?? 'var(--ink-2)' }} />
          {isSmall ? (
            <circle
              className="locator-ring"
              cx={own.bounds.x + own.bounds.width / 2}
              cy={own.bounds.y + own.bounds.height / 2}
              r={12}
            />
          ) : null}
        </>
      )}
    </>
  );
}

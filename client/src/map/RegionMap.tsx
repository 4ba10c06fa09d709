import type { CutoffId } from '@yavka/shared/ids';
import { mapWords } from '@yavka/shared/scenes/map-words';
import type { ReactElement } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import type { Box } from './map-geometry.ts';
import type { MapChoice } from './MapPicture.tsx';
import { MapPicture } from './MapPicture.tsx';
import { useMapAreas } from './use-map-areas.ts';
import { useTextMeasure } from './use-text-measure.ts';

interface Props {
  readonly width: number;
  readonly height: number;
  readonly cutoff: CutoffId | null;
  readonly choice: MapChoice;
  /** Where the land goes within the box; by default all of it but a margin. */
  readonly room?: Box;
  /** What else stands over the map: no label is placed there. */
  readonly avoid?: readonly Box[];
}

/** The live map of areas by band, to look at and to choose from. Nothing until the geometry is there, or without any. */
export function RegionMap({ width, height, cutoff, choice, room, avoid }: Props): ReactElement | null {
  const topology = useFeed((feed) => feed.geometry);
  const pack = useFeed((feed) => feed.resolved?.pack);
  const language = useLanguage();
  const measure = useTextMeasure();
  const { areas, openNote } = useMapAreas(cutoff);
  if (topology === null || pack === undefined || pack.geometry === null) return null;
  return (
    <MapPicture
      topology={topology}
      object={pack.geometry.object}
      areas={areas}
      bands={pack.bands}
      openNote={openNote}
      width={width}
      height={height}
      measure={measure}
      title={mapWords[language].regionMap}
      choice={choice}
      {...(room === undefined ? {} : { room })}
      {...(avoid === undefined ? {} : { avoid })}
    />
  );
}

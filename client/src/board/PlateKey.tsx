import type { MapArea, MapLook } from '@yavka/shared/scenes/map-area';
import { areaFillOf } from '@yavka/shared/scenes/area-fill';
import type { ReactElement } from 'react';
import { useId } from 'react';

import { useFeed } from '../feed/store.ts';
import { MapTextures } from '../map/MapTextures.tsx';
import { OpenRing } from '../map/OpenRing.tsx';
import { useMapAreas } from '../map/use-map-areas.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { useModel } from './model-store.ts';
import { useCutoffLabel } from './use-cutoff-label.ts';

const looks = ['above', 'approaching', 'range', 'stale', 'awaited', 'withheld'] as const satisfies readonly MapLook[];
const chip = { width: 22, height: 12 };
/** Letters of the key, by which the ring is drawn as it stands after a figure of the map. */
const letters = 13;

/** What the textures on the map say of their figures, and its ring: those alone that are on it now. */
export function PlateKey(): ReactElement {
  const { t } = useTranslation('board');
  const labelOf = useCutoffLabel();
  const bands = useFeed((feed) => feed.resolved?.pack.bands) ?? [];
  const cutoff = useModel((model) => model.cutoff);
  const { areas } = useMapAreas(cutoff);
  const prefix = useId();
  const worn = looks.flatMap((look) => areas.find((area) => area.look === look) ?? []);
  const hours = new Set(areas.flatMap((area) => (area.look === 'stale' && area.cutoff !== null ? [area.cutoff] : [])));
  const [hour = null, ...otherHours] = hours;
  const words = ({ look, missing }: MapArea): string => {
    if (look === 'stale') return otherHours.length === 0 ? t('stale.at', { time: labelOf(hour) }) : t('key.earlier');
    if (look === 'above' || look === 'approaching' || look === 'range') return t(`key.${look}`);
    return t(`missing.${missing ?? 'awaited'}`);
  };
  const isAnyOpen = areas.some((area) => area.polls === 'open' && area.figure !== null);
  return (
    // Another set of textures is another list: none of it moves to make room for what comes.
    <ul key={worn.map(({ look }) => look).join(' ')} aria-label={t('key.label')}>
      {worn.map((area, index) => (
        <li key={area.look}>
          <KeyChip area={area} prefix={`${prefix}${index}`} bands={bands} />
          {words(area)}
        </li>
      ))}
      {isAnyOpen ? (
        <li>
          <svg width={letters} height={letters} aria-hidden="true">
            <OpenRing x={letters / 2} y={letters / 2} size={letters * 1.6} stroke="var(--ice)" />
          </svg>
          {t('key.open')}
        </li>
      ) : null}
    </ul>
  );
}

function KeyChip({
  area,
  prefix,
  bands,
}: {
  area: MapArea;
  prefix: string;
  bands: Parameters<typeof areaFillOf>[1];
}): ReactElement {
  const { fill, texture } = areaFillOf(area, bands, prefix);
  const pairs = `${area.low ?? 0}-${area.high ?? 0}`;
  return (
    <svg {...chip} aria-hidden="true">
      <MapTextures prefix={prefix} bands={bands} pairs={pairs} scale={0.75} />
      <rect {...chip} fill={fill} />
      {texture === null ? null : <rect {...chip} fill={texture} />}
    </svg>
  );
}

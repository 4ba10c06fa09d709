import type { AreaId, CutoffId } from '@yavka/shared/ids';
import type { Band } from '@yavka/shared/pack/pack';
import type { MapArea } from '@yavka/shared/scenes/map-area';
import { sceneWords } from '@yavka/shared/scenes/scene-words';
import type { CSSProperties, KeyboardEvent, ReactElement } from 'react';
import { memo, useCallback, useId, useRef, useState } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { areaFillOf, labelInksOf } from './area-fill.ts';
import { MapTextures } from './MapTextures.tsx';
import { nextAreaOf } from './next-area-of.ts';
import { useMapAreas } from './use-map-areas.ts';
import './tiles.css';

interface Props {
  readonly width: number;
  readonly height: number;
  readonly cutoff: CutoffId | null;
  readonly selected: AreaId | null;
  readonly onSelect: (area: AreaId) => void;
}

const gap = 3;
const widest = 92;

/** The areas as equal tiles, roughly where they lie: a map for narrow pages. The same keys, fills and textures as the map. */
export function TileGrid({ width, height, cutoff, selected, onSelect }: Props): ReactElement | null {
  const bands = useFeed((feed) => feed.resolved?.pack.bands);
  const language = useLanguage();
  const prefix = useId();
  const { areas, openNote } = useMapAreas(cutoff);
  const list = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<AreaId | null>(null);
  const pick = useCallback((area: AreaId) => onSelect(area), [onSelect]);
  if (bands === undefined) return null;
  const tiled = areas.filter((area) => area.tile !== null);
  const columns = Math.max(1, ...tiled.map((area) => (area.tile?.[0] ?? 0) + 1));
  const rows = Math.max(1, ...tiled.map((area) => (area.tile?.[1] ?? 0) + 1));
  const noteRoom = openNote === null ? 0 : 22;
  const side = Math.min(widest, (width - gap * (columns - 1)) / columns, (height - noteRoom) / rows / 0.96);
  const stop = focused ?? selected ?? tiled[0]?.area ?? null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (stop === null) return;
    if (event.key === 'Enter' || event.key === ' ') onSelect(stop);
    else {
      const next = nextAreaOf(
        event.key,
        stop,
        tiled.map((area) => ({ ...area, labelPoint: area.tile })),
        ([x, y]) => [x, y],
      );
      if (next === null) return;
      const tiles = list.current?.querySelectorAll<HTMLElement>('[data-area]') ?? [];
      [...tiles].find((tile) => tile.dataset['area'] === next)?.focus();
    }
    event.preventDefault();
  };
  const pairs = [...new Set(tiled.map((area) => `${area.low ?? 0}-${area.high ?? 0}`))].sort().join(' ');
  return (
    <div className="tiles" style={{ '--tile': `${Math.max(28, side)}px`, '--tile-gap': `${gap}px` } as CSSProperties}>
      <svg width="0" height="0" className="tiles-textures" aria-hidden="true">
        <MapTextures prefix={prefix} bands={bands} pairs={pairs} scale={0.75} />
      </svg>
      <div
        ref={list}
        role="listbox"
        tabIndex={-1}
        aria-label={sceneWords[language].regionTiles}
        className="tiles-grid"
        style={{ gridTemplateColumns: `repeat(${columns}, var(--tile))` }}
        onKeyDown={onKeyDown}
      >
        {tiled.map((area) => (
          <Tile
            key={area.area}
            area={area}
            bands={bands}
            prefix={prefix}
            isSelected={selected === area.area}
            isStop={stop === area.area}
            onPick={pick}
            onFocus={setFocused}
          />
        ))}
      </div>
      {openNote === null ? null : (
        <p className="tiles-note">
          <span className="tile-ring" /> {openNote.text}
        </p>
      )}
    </div>
  );
}

const Tile = memo(function Tile(props: {
  readonly area: MapArea;
  readonly bands: readonly Band[];
  readonly prefix: string;
  readonly isSelected: boolean;
  readonly isStop: boolean;
  readonly onPick: (area: AreaId) => void;
  readonly onFocus: (area: AreaId | null) => void;
}): ReactElement {
  const { area, bands, prefix, isSelected, isStop, onPick, onFocus } = props;
  const { fill, texture } = areaFillOf(area, bands, prefix);
  const inks = labelInksOf(area, bands);
  const [column, row] = area.tile ?? [0, 0];
  return (
    <button
      type="button"
      role="option"
      aria-selected={isSelected}
      aria-label={area.sentence}
      tabIndex={isStop ? 0 : -1}
      className="tile"
      data-area={area.area}
      data-look={area.look}
      data-polls={area.polls}
      style={{ gridColumn: column + 1, gridRow: row + 1 }}
      onClick={() => onPick(area.area)}
      onFocus={() => onFocus(area.area)}
      onBlur={() => onFocus(null)}
    >
      <svg className="tile-field" aria-hidden="true">
        <rect width="100%" height="100%" fill={fill} />
        {texture === null ? null : <rect width="100%" height="100%" fill={texture} />}
      </svg>
      {inks.plate === null ? null : <span className="tile-plate" style={{ background: inks.plate }} />}
      <span className="tile-name" style={{ color: inks.name }}>
        {area.abbreviation}
        {area.polls === 'open' ? <span className="tile-ring" /> : null}
      </span>
      <span
        className="tile-figure"
        data-long={(area.figure?.length ?? 0) > 5 ? '' : undefined}
        style={{ color: inks.figure }}
      >
        {area.figure ?? (area.look === 'withheld' ? area.note : '')}
      </span>
    </button>
  );
});

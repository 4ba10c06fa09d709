import type { AreaId, CutoffId } from '@yavka/shared/ids';
import type { Band } from '@yavka/shared/pack/pack';
import { areaFillOf, labelInksOf } from '@yavka/shared/scenes/area-fill';
import type { MapArea } from '@yavka/shared/scenes/map-area';
import { bandPairsOf } from '@yavka/shared/scenes/map-textures-of';
import { mapWords } from '@yavka/shared/scenes/map-words';
import type { CSSProperties, KeyboardEvent, ReactElement } from 'react';
import { memo, useId, useRef } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import type { Box } from './map-geometry.ts';
import { MapTextures } from './MapTextures.tsx';
import { areasInOrder, nextAreaOf } from './next-area-of.ts';
import { pointAt, usePointed } from './pointed.ts';
import { knownTileRoomOf, tileGap } from './tile-room-of.ts';
import { useMapAreas } from './use-map-areas.ts';
import './tiles.css';

export interface Props {
  readonly width: number;
  readonly height: number;
  readonly cutoff: CutoffId | null;
  readonly selected: AreaId | null;
  readonly onSelect: (area: AreaId) => void;
  /** What else stands in the same box: no tile lies under it. */
  readonly avoid: readonly Box[];
}

/** The areas as equal tiles, roughly where they lie: a map for narrow pages. The same keys, fills and textures as the map. */
export function TileGrid({ width, height, cutoff, selected, onSelect, avoid }: Props): ReactElement | null {
  const bands = useFeed((feed) => feed.resolved?.pack.bands);
  const language = useLanguage();
  const prefix = useId();
  const { areas, openNote } = useMapAreas(cutoff);
  const list = useRef<HTMLDivElement>(null);
  const focused = usePointed((pointed) => pointed.focused);
  const band = usePointed((pointed) => pointed.band);
  const tiled = areasInOrder(areas).filter((area) => area.tile !== null);
  const noteHeight = openNote === null ? 0 : noteRoom;
  const places = tiled.flatMap((area) => (area.tile === null ? [] : [area.tile]));
  const room = knownTileRoomOf(places, { width, height: height - noteHeight }, avoid);
  if (bands === undefined) return null;
  const stop = [focused, selected].find((id) => tiled.some((area) => area.area === id)) ?? tiled[0]?.area ?? null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (stop === null || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') onSelect(stop);
    else {
      const next = nextAreaOf(event.key, stop, tiled);
      if (next === null) return;
      const tiles = list.current?.querySelectorAll<HTMLElement>('[data-area]') ?? [];
      [...tiles].find((tile) => tile.dataset['area'] === next)?.focus();
    }
    event.preventDefault();
  };
  const pairs = bandPairsOf(tiled);
  const style = {
    '--tile': `${room.width}px`,
    '--tile-height': `${room.height}px`,
    '--tile-gap': `${tileGap}px`,
    left: room.x,
    top: room.y,
  } as CSSProperties;
  return (
    <div className="tiles" style={style}>
      <svg width="0" height="0" className="tiles-textures" aria-hidden="true">
        <MapTextures prefix={prefix} bands={bands} pairs={pairs} scale={0.75} />
      </svg>
      <div
        ref={list}
        role="listbox"
        tabIndex={-1}
        aria-label={mapWords[language].regionTiles}
        className="tiles-grid"
        style={{ gridTemplateColumns: `repeat(${room.columns}, var(--tile))` }}
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
            isMarked={band !== null && !area.stale && area.low === band && area.high === band}
            onPick={onSelect}
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

const noteRoom = 24;
/** Signs of a short name that leave room for the ring of open polls beside them on a phone's tile. */
const ringedName = 6;

const Tile = memo(function Tile(props: {
  readonly area: MapArea;
  readonly bands: readonly Band[];
  readonly prefix: string;
  readonly isSelected: boolean;
  readonly isStop: boolean;
  readonly isMarked: boolean;
  readonly onPick: (area: AreaId) => void;
}): ReactElement {
  const { area, bands, prefix, isSelected, isStop, isMarked, onPick } = props;
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
      data-marked={isMarked ? '' : undefined}
      data-corrected={area.corrected ? '' : undefined}
      data-crowded={area.abbreviation.length > ringedName ? '' : undefined}
      style={{ gridColumn: column + 1, gridRow: row + 1 }}
      onClick={() => onPick(area.area)}
      onFocus={() => pointAt(area.area, 'focus')}
      onBlur={() => pointAt(null, 'focus')}
      onPointerEnter={() => pointAt(area.area, 'pointer')}
      onPointerLeave={() => pointAt(null, 'pointer')}
    >
      <svg className="tile-field" aria-hidden="true">
        <rect width="100%" height="100%" fill={fill} />
        {texture === null ? null : <rect width="100%" height="100%" fill={texture} className="map-over" />}
      </svg>
      {inks.plate === null ? null : <span className="tile-plate" style={{ background: inks.plate }} />}
      <span className="tile-name" style={{ color: inks.name }}>
        <span className="tile-short">{area.abbreviation}</span>
        <span className="tile-long">{area.name}</span>
        {area.polls === 'open' ? <span className="tile-ring" /> : null}
      </span>
      <span
        className="tile-figure"
        data-long={(area.figure?.length ?? 0) > 5 ? '' : undefined}
        style={{ color: inks.figure }}
      >
        {area.figure ?? (area.look === 'withheld' ? area.note : '')}
        {area.polls === 'open' ? <span className="tile-ring" /> : null}
      </span>
    </button>
  );
});

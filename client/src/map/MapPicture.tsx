import type { AreaId } from '@yavka/shared/ids';
import type { Band } from '@yavka/shared/pack/pack';
import type { MapArea } from '@yavka/shared/scenes/map-area';
import { bandPairsOf } from '@yavka/shared/scenes/map-textures-of';
import type { OpenNote } from '@yavka/shared/scenes/open-note-of';
import type { CSSProperties, KeyboardEvent, MouseEvent, ReactElement } from 'react';
import { useDeferredValue, useId, useMemo, useRef } from 'react';
import type { Topology } from 'topojson-specification';

import { AreaLabel } from './AreaLabel.tsx';
import { knownLayoutOf } from './known-layout-of.ts';
import { Leader } from './Leader.tsx';
import type { Box, MapGeometry } from './map-geometry.ts';
import { mapGeometryOf } from './map-geometry.ts';
import { mapSizesOf } from './map-sizes.ts';
import { isTooSmall } from './map-zoom.ts';
import { MapLocator } from './MapLocator.tsx';
import { MapOutlines } from './MapOutlines.tsx';
import { MapTextures } from './MapTextures.tsx';
import { areasInOrder, nextAreaOf } from './next-area-of.ts';
import { OpenNoteText } from './OpenNoteText.tsx';
import { pointAt, usePointed } from './pointed.ts';
import { RegionShape } from './RegionShape.tsx';
import { TearLine } from './TearLine.tsx';
import type { TextMeasure } from './text-measure.ts';
import type { MapNear } from './use-map-view.ts';
import { useMapView } from './use-map-view.ts';
import './map.css';

export interface MapPictureProps {
  readonly topology: Topology;
  /** The topology's object that holds the areas. */
  readonly object: string;
  readonly areas: readonly MapArea[];
  readonly bands: readonly Band[];
  readonly openNote: OpenNote | null;
  readonly width: number;
  readonly height: number;
  /** Where the land goes; by default the whole box less a margin for callouts. */
  readonly room?: Box;
  /** What else stands on the same ink: no label is placed there. */
  readonly avoid?: readonly Box[];
  readonly measure: TextMeasure;
  /** The map's name, for ears. */
  readonly title: string;
  /** Left out on air: the map is then one picture. */
  readonly choice?: MapChoice;
}

/** What a reader may do with a map. */
export interface MapChoice extends MapNear {
  readonly selected: AreaId | null;
  readonly onSelect: (area: AreaId) => void;
  readonly onZoom: (area: AreaId | null) => void;
  /** Where the whole land is shown in small while an area is near. */
  readonly locator?: Box;
}

/** The last change of colour begins this long after the first; with the fade itself the whole takes a second. */
const waveMs = 600;
const nowhere: readonly Box[] = [];
const pickNothing = (): void => undefined;

/** The map of areas by band: shapes, textures, the tear line, labels. It draws what it is given and knows no election. */
export function MapPicture(props: MapPictureProps): ReactElement {
  const { topology, object, areas, bands, openNote, width, height, measure, title, choice } = props;
  const prefix = useId();
  const room = useMemo(() => props.room ?? defaultRoom(width, height), [props.room, width, height]);
  const whole = mapGeometryOf(topology, object, room);
  const sizes = useMemo(() => mapSizesOf(whole.land.width), [whole]);
  const view = useMapView(topology, object, whole, room, width, height, choice);
  const { geometry, isNear } = view;
  // A board shows the figures first, where the labels stand, and then looks for better places: they take longer than
  // everything else together. On air a picture comes whole.
  const avoid = props.avoid ?? nowhere;
  const given = useMemo(() => ({ areas, openNote, avoid, view }), [areas, openNote, avoid, view]);
  const later = useDeferredValue(given);
  const isComing = choice !== undefined && later.view.zoomed !== view.zoomed;
  const toPlace = choice === undefined ? given : isComing ? later : { ...later, view };
  const placed = knownLayoutOf(
    toPlace.view.geometry,
    toPlace.areas,
    toPlace.openNote,
    measure,
    sizes,
    toPlace.view.box,
    toPlace.avoid,
    toPlace.view.isNear,
  );
  const layout = isComing ? null : placed;
  const byId = useMemo(() => new Map(areas.map((area) => [area.area, area])), [areas]);
  const shapes = useMemo(() => new Map(geometry.shapes.map((shape) => [shape.area, shape])), [geometry]);
  const order = areasInOrder(areas);

  const picture = useRef<SVGSVGElement>(null);
  const focused = usePointed((pointed) => (choice === undefined ? null : pointed.focused));
  const onSelect = choice?.onSelect ?? pickNothing;
  const stop = [focused, choice?.selected].find((id) => id != null && byId.has(id)) ?? order[0]?.area ?? null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (stop === null || choice === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') onSelect(stop);
    else if (event.code === 'KeyZ' && !event.shiftKey) choice.onZoom(choice.zoomed === stop ? null : stop);
    else if (event.key === 'Escape' && choice.zoomed !== null) choice.onZoom(null);
    else {
      const next = nextAreaOf(event.key, stop, areas);
      if (next === null) return;
      const drawn = picture.current?.querySelectorAll<SVGPathElement>('path[data-area]') ?? [];
      [...drawn].find((shape) => shape.dataset['area'] === next)?.focus();
      if (choice.zoomed !== null) choice.onZoom(next);
    }
    event.preventDefault();
  };
  const onDoubleClick = (event: MouseEvent): void => {
    const area = event.target instanceof Element ? event.target.closest<SVGElement>('[data-area]') : null;
    const id = area?.dataset['area'];
    if (choice !== undefined && id !== undefined) choice.onZoom(choice.zoomed === id ? null : id);
  };

  const open = useMemo(() => new Set(openNote?.areas ?? []), [openNote]);
  const pairs = pairsOf(areas);
  return (
    <svg
      ref={picture}
      className="map"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      data-choice={choice === undefined ? 'no' : 'yes'}
      data-near={isNear ? '' : undefined}
      {...(choice === undefined ? { role: 'img', 'aria-label': title } : { onDoubleClick })}
    >
      <MapTextures prefix={prefix} bands={bands} pairs={pairs} scale={sizes.texture} />
      {isNear ? (
        <clipPath id={`${prefix}-window`}>
          <rect {...view.box} />
        </clipPath>
      ) : null}
      <g {...(isNear ? { clipPath: `url(#${prefix}-window)` } : {})}>
        <g
          className="map-view"
          data-turn={view.turn}
          style={view.before === null ? undefined : ({ '--before': view.before } as CSSProperties)}
        >
          <g
            strokeWidth={sizes.border}
            {...(choice === undefined ? {} : { role: 'listbox', 'aria-label': title, onKeyDown })}
          >
            {order.map((area) => {
              const shape = shapes.get(area.area);
              return shape === undefined ? null : (
                <RegionShape
                  key={area.area}
                  area={area}
                  path={shape.path}
                  bands={bands}
                  prefix={prefix}
                  choice={choice === undefined ? null : choiceOf(choice.selected === area.area, stop === area.area)}
                  delay={Math.round(((shape.bounds.x - geometry.land.x) / geometry.land.width) * waveMs)}
                  onPick={onSelect}
                  onPoint={pointAt}
                />
              );
            })}
          </g>
          <g aria-hidden="true">
            {choice === undefined ? null : (
              <MapOutlines geometry={geometry} areas={areas} layout={layout} sizes={sizes} selected={choice.selected} />
            )}
            {open.size === 0 ? null : <TearLine path={geometry.borderOf(open)} unit={sizes.unit} />}
          </g>
        </g>
      </g>
      {isNear && choice?.locator !== undefined && view.zoomed !== null ? (
        <MapLocator whole={whole} zoomed={view.zoomed} box={choice.locator} onZoom={choice.onZoom} />
      ) : null}
      {layout === null ? null : (
        <g aria-hidden="true" className="map-labels" data-turn={view.turn}>
          {isNear ? <rect {...view.box} className="map-window" /> : null}
          {[...layout.labels.values()].map((label) =>
            label.kind === 'inside' || label.leader === null ? null : (
              <Leader key={label.area} leader={label.leader} kind={label.kind} ring={sizes.ring} unit={sizes.unit} />
            ),
          )}
          {areas.map((area) => (
            <AreaLabel
              key={area.area}
              area={area}
              label={layout.labels.get(area.area)}
              hasRing={area.callout && isTooSmall(shapes.get(area.area)) && isWithin(view.box, area, geometry)}
              bands={bands}
              prefix={prefix}
              sizes={sizes}
              measure={measure}
              onPick={onSelect}
              project={geometry.project}
            />
          ))}
          {layout.openNote === null ? null : <OpenNoteText label={layout.openNote} sizes={sizes} />}
        </g>
      )}
    </svg>
  );
}

const choices = [false, true].map((isSelected) => [false, true].map((isStop) => ({ isSelected, isStop })));

/** The same object for the same answer, so that a shape is not drawn again for it. */
function choiceOf(isSelected: boolean, isStop: boolean): { isSelected: boolean; isStop: boolean } {
  return choices[Number(isSelected)]?.[Number(isStop)] ?? { isSelected, isStop };
}

/** Whether an area's own place is in the box: a ring beyond the window is not drawn. */
function isWithin(box: Box, area: MapArea, geometry: MapGeometry): boolean {
  if (area.labelPoint === null) return false;
  const [x, y] = geometry.project(area.labelPoint);
  return x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;
}

/** The band pairs whose patterns are needed, in a stable order. */
function pairsOf(areas: readonly MapArea[]): string {
  const needed = areas.filter((area) => area.look === 'stale' || area.look === 'range');
  return bandPairsOf(needed);
}

/** Callouts want ink above and below the land. */
function defaultRoom(width: number, height: number): Box {
  const [side, top, bottom] = [width * 0.012, height * 0.1, height * 0.075];
  return { x: side, y: top, width: width - 2 * side, height: height - top - bottom };
}

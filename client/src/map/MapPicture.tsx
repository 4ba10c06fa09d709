import type { AreaId } from '@yavka/shared/ids';
import type { Band } from '@yavka/shared/pack/pack';
import type { MapArea } from '@yavka/shared/scenes/map-area';
import type { OpenNote } from '@yavka/shared/scenes/open-note-of';
import type { KeyboardEvent, ReactElement } from 'react';
import { useCallback, useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import type { Topology } from 'topojson-specification';

import { CityMark } from './CityMark.tsx';
import { LabelInside } from './LabelInside.tsx';
import { LabelOutside } from './LabelOutside.tsx';
import { Leader } from './Leader.tsx';
import type { Box } from './map-geometry.ts';
import { mapGeometryOf } from './map-geometry.ts';
import { mapSizesOf } from './map-sizes.ts';
import { MapTextures } from './MapTextures.tsx';
import { nextAreaOf } from './next-area-of.ts';
import { OpenNoteText } from './OpenNoteText.tsx';
import { RegionShape } from './RegionShape.tsx';
import { TearLine } from './TearLine.tsx';
import type { TextMeasure } from './text-measure.ts';
import { useMapLayout } from './use-map-layout.ts';
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
  readonly choice?: { readonly selected: AreaId | null; readonly onSelect: (area: AreaId) => void };
}

/** The last change of colour begins this long after the first; with the fade itself the whole takes a second. */
const waveMs = 600;
const nowhere: readonly Box[] = [];
const pickNothing = (): void => undefined;

/** The map of areas by band: shapes, textures, the tear line, labels. It draws what it is given and knows no election. */
export function MapPicture(props: MapPictureProps): ReactElement {
  const { topology, object, areas, bands, openNote, width, height, measure, title, choice } = props;
  const prefix = useId();
  const room = props.room ?? defaultRoom(width, height);
  const geometry = mapGeometryOf(topology, object, room);
  const sizes = useMemo(() => mapSizesOf(geometry.land.width), [geometry]);
  // A board shows the figures first, where the labels stand, and then looks for better places: they take longer than
  // everything else together. On air a picture comes whole.
  const isOnAir = choice === undefined;
  const avoid = props.avoid ?? nowhere;
  const [laterAreas, laterNote, laterAvoid] = [
    useDeferredValue(areas),
    useDeferredValue(openNote),
    useDeferredValue(avoid),
  ];
  const [toPlace, note, taken] = isOnAir ? [areas, openNote, avoid] : [laterAreas, laterNote, laterAvoid];
  const layout = useMapLayout(geometry, toPlace, note, measure, sizes, width, height, taken);
  const byId = useMemo(() => new Map(areas.map((area) => [area.area, area])), [areas]);

  const picture = useRef<SVGSVGElement>(null);
  const [pointed, setPointed] = useState<AreaId | null>(null);
  const [focused, setFocused] = useState<AreaId | null>(null);
  const onSelect = choice?.onSelect ?? pickNothing;
  const onPoint = useCallback((area: AreaId | null, by: 'pointer' | 'focus') => {
    if (by === 'focus') setFocused(area);
    else setPointed(area);
  }, []);
  const stop = focused ?? choice?.selected ?? inOrder(areas)[0]?.area ?? null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (stop === null) return;
    if (event.key === 'Enter' || event.key === ' ') onSelect(stop);
    else {
      const next = nextAreaOf(event.key, stop, areas, geometry.project);
      if (next === null) return;
      const shapes = picture.current?.querySelectorAll<SVGPathElement>('path[data-area]') ?? [];
      [...shapes].find((shape) => shape.dataset['area'] === next)?.focus();
    }
    event.preventDefault();
  };

  const open = useMemo(() => new Set(openNote?.areas ?? []), [openNote]);
  const pairs = pairsOf(areas);
  const outlineOf = (id: AreaId | null | undefined): string | undefined =>
    id === null || id === undefined ? undefined : geometry.shapes.find((shape) => shape.area === id)?.path;
  return (
    <svg
      ref={picture}
      className="map"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      data-choice={choice === undefined ? 'no' : 'yes'}
      {...(choice === undefined ? { role: 'img', 'aria-label': title } : {})}
    >
      <MapTextures prefix={prefix} bands={bands} pairs={pairs} scale={sizes.texture} />
      <g
        strokeWidth={sizes.border}
        {...(choice === undefined ? {} : { role: 'listbox', 'aria-label': title, onKeyDown })}
      >
        {geometry.shapes.map((shape) => {
          const area = byId.get(shape.area);
          return area === undefined ? null : (
            <RegionShape
              key={shape.area}
              area={area}
              path={shape.path}
              bands={bands}
              prefix={prefix}
              choice={choice === undefined ? null : choiceOf(choice.selected === shape.area, stop === shape.area)}
              delay={Math.round(((shape.bounds.x - geometry.land.x) / geometry.land.width) * waveMs)}
              onPick={onSelect}
              onPoint={onPoint}
            />
          );
        })}
      </g>
      <g aria-hidden="true">
        {open.size === 0 ? null : <TearLine path={geometry.borderOf(open)} unit={sizes.unit} />}
        <g className="map-outlines">
          {[pointed, choice?.selected, focused].map((id, index) => {
            const path = outlineOf(id);
            return path === undefined ? null : (
              <g key={['pointed', 'selected', 'focused'][index]}>
                <path d={path} className="map-outline-ground" strokeWidth={sizes.border * 3} />
                <path
                  d={path}
                  className="map-outline"
                  strokeWidth={sizes.border * 1.5}
                  strokeDasharray={index === 2 ? `${sizes.border * 4} ${sizes.border * 1.5}` : undefined}
                />
              </g>
            );
          })}
        </g>
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
    </svg>
  );
}

function AreaLabel(props: {
  readonly area: MapArea;
  readonly label: ReturnType<typeof useMapLayout>['labels'] extends ReadonlyMap<string, infer Label>
    ? Label | undefined
    : never;
  readonly bands: readonly Band[];
  readonly prefix: string;
  readonly sizes: ReturnType<typeof mapSizesOf>;
  readonly measure: TextMeasure;
  readonly onPick: (area: AreaId) => void;
  readonly project: (point: readonly [number, number]) => [number, number];
}): ReactElement {
  const { area, label, bands, prefix, sizes, measure, onPick, project } = props;
  return (
    <>
      {area.callout && area.labelPoint !== null ? (
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
}

const choices = [false, true].map((isSelected) => [false, true].map((isStop) => ({ isSelected, isStop })));

/** The same object for the same answer, so that a shape is not drawn again for it. */
function choiceOf(isSelected: boolean, isStop: boolean): { isSelected: boolean; isStop: boolean } {
  return choices[Number(isSelected)]?.[Number(isStop)] ?? { isSelected, isStop };
}

function inOrder(areas: readonly MapArea[]): MapArea[] {
  return [...areas].sort((a, b) => a.order - b.order);
}

/** The band pairs whose patterns are needed, in a stable order. */
function pairsOf(areas: readonly MapArea[]): string {
  const needed = areas.filter((area) => area.look === 'stale' || area.look === 'range');
  return [...new Set(needed.map((area) => `${area.low ?? 0}-${area.high ?? 0}`))].sort().join(' ');
}

/** Callouts want ink above and below the land. */
function defaultRoom(width: number, height: number): Box {
  const [side, top, bottom] = [width * 0.012, height * 0.1, height * 0.075];
  return { x: side, y: top, width: width - 2 * side, height: height - top - bottom };
}

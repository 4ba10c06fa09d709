import type { CutoffId } from '@yavka/shared/ids';
import type { ReactElement } from 'react';
import { useCallback, useMemo, useRef } from 'react';

import { useFeed } from '../feed/store.ts';
import type { Box as MapBox } from '../map/map-geometry.ts';
import { MapLegend } from '../map/MapLegend.tsx';
import { RegionMap } from '../map/RegionMap.tsx';
import { useTranslation } from '../ui/use-translation.ts';
import { FiguresTable, PlateKey, TakePlate, TileGrid } from './fetched-parts.ts';
import { Hero, HeroSource } from './Hero.tsx';
import { useModel } from './model-store.ts';
import { PartBoundary } from './PartBoundary.tsx';
import { PastNotice } from './PastNotice.tsx';
import { PlateRail } from './PlateRail.tsx';
import { useAreaWords } from './use-area-words.ts';
import type { Box } from './use-box.ts';
import { useBox } from './use-box.ts';
import { useCovered } from './use-covered.ts';
import { useIsNarrow } from './use-is-narrow.ts';
import type { PlatePicture } from './view-address.ts';
import { platePictures } from './view-address.ts';
import { useBoardView } from './view.ts';

/** The ink plate: what is on the air. Number, picture, legend and rail of one and the same cutoff. */
export function Plate(): ReactElement {
  const { t } = useTranslation('board');
  const isNarrow = useIsNarrow();
  const chosen = useBoardView((view) => view.picture);
  const hasGeometry = useFeed((feed) => feed.resolved === null || feed.resolved.pack.geometry !== null);
  const picture: PlatePicture = chosen ?? (isNarrow || !hasGeometry ? 'tiles' : 'map');
  const plate = useRef<HTMLElement>(null);
  return (
    <section ref={plate} className="plate" id="now" aria-labelledby="now-title" data-picture={picture}>
      <h2 id="now-title" className="only-heard">
        {t('section.now')}
      </h2>
      <Picture picture={picture} />
      <Hero />
      <HeroSource />
      <div className="plate-tools" data-over-map="">
        <PictureSwitch picture={picture} />
        <PartBoundary>
          <TakePlate picture={picture} plate={plate} />
        </PartBoundary>
      </div>
      <PastNotice />
      {picture === 'map' ? <ZoomControl /> : null}
      <div className="plate-key" data-over-map="">
        {picture === 'table' ? null : (
          <PartBoundary>
            <PlateKey />
          </PartBoundary>
        )}
      </div>
      <div className="plate-legend" data-over-map="">
        <Legend />
      </div>
      <PlateRail />
    </section>
  );
}

const nothing: readonly MapBox[] = [];

function Picture({ picture }: { picture: PlatePicture }): ReactElement {
  const [ref, box] = useBox<HTMLDivElement>();
  const over = useCovered(ref);
  const isNarrow = useIsNarrow();
  // On a phone the words stand above and below the picture: what comes beside it later moves nothing in it.
  const covered = isNarrow ? nothing : over;
  const room = useMemo(() => (box === null ? null : isNarrow ? wholeOf(box, 6) : roomOf(box)), [box, isNarrow]);
  const window = useMemo(() => (box === null ? null : isNarrow ? wholeOf(box, 0) : windowOf(box)), [box, isNarrow]);
  const cutoff = useModel((model) => model.cutoff);
  const selected = useBoardView((view) => view.selected);
  const zoomed = useBoardView((view) => view.zoomed);
  const zoomTo = useBoardView((view) => view.zoomTo);
  const open = useBoardView((view) => view.openProvenance);
  const first = useFeed((feed) => feed.resolved?.pack.cutoffs[0]?.id) ?? null;
  const select = useCallback(
    (area: string) => {
      const at = cutoff ?? first;
      if (at !== null) open(area, at);
    },
    [cutoff, first, open],
  );
  const choice = useMemo(
    () =>
      window === null
        ? null
        : {
            selected,
            onSelect: select,
            zoomed,
            window,
            onZoom: zoomTo,
            ...(isNarrow ? {} : { locator: locatorOf(window) }),
          },
    [selected, select, zoomed, window, zoomTo, isNarrow],
  );
  return (
    <div className="plate-picture" ref={ref} data-picture={picture}>
      {box === null || room === null || choice === null ? null : picture === 'table' ? (
        <PartBoundary>
          <FiguresTable />
        </PartBoundary>
      ) : picture === 'tiles' ? (
        <PartBoundary>
          <TileGrid
            width={box.width}
            height={box.height}
            cutoff={cutoff}
            selected={selected}
            onSelect={select}
            avoid={covered}
          />
        </PartBoundary>
      ) : (
        <RegionMap width={box.width} height={box.height} cutoff={cutoff} choice={choice} avoid={covered} room={room} />
      )}
    </div>
  );
}

/** On a phone the number stands above the picture, which has all its room for the land. */
function wholeOf({ width, height }: Box, margin: number): MapBox {
  return { x: margin, y: margin, width: width - 2 * margin, height: height - 2 * margin };
}

/** Under it the words beside the number stand below the row of tools; the same width at which the style sheet turns. */
const smallWidth = 720;

/** The land's part of the picture: the left edge is the number's and the source's, the top the switch's. */
function roomOf({ width, height }: Box): MapBox {
  const left = Math.round(width * 0.13);
  // Where the land has its width alone to fit, the free height is for the words over it.
  const top = width < smallWidth ? 112 : 58;
  return { x: left, y: top, width: width - left - 16, height: height - top - 14 };
}

/** Where an area is shown near: right of the number, under its time. */
function windowOf({ width, height }: Box): MapBox {
  const left = Math.round(width * 0.39);
  const top = 104;
  return { x: left, y: top, width: width - left - 22, height: height - top - 8 };
}

/** Where the whole land stands in small meanwhile: under the number, down to the source. */
function locatorOf(window: MapBox): MapBox {
  const height = Math.min(190, window.height * 0.55);
  return { x: 28, y: window.y + window.height - height - 62, width: window.x - 66, height };
}

function Legend(): ReactElement | null {
  const [ref, box] = useBox<HTMLDivElement>();
  const cutoff: CutoffId | null = useModel((model) => model.cutoff);
  return <div ref={ref}>{box === null ? null : <MapLegend width={box.width} cutoff={cutoff} />}</div>;
}

/** Near a chosen area and back: what a double click and the key Z do. */
function ZoomControl(): ReactElement | null {
  const { t } = useTranslation('board');
  const selected = useBoardView((view) => view.selected);
  const zoomed = useBoardView((view) => view.zoomed);
  const zoomTo = useBoardView((view) => view.zoomTo);
  const { nameOf } = useAreaWords();
  const isChoosable = useFeed((feed) => feed.resolved?.pack.areas.find((each) => each.id === selected)?.labelPoint);
  const next = selected !== null && selected !== zoomed && isChoosable != null ? selected : null;
  if (zoomed === null && next === null) return null;
  return (
    <p className="plate-zoom" data-over-map="">
      {next === null ? null : (
        <button type="button" aria-keyshortcuts="Z" onClick={() => zoomTo(next)}>
          {t('zoom.near', { area: nameOf(next) })}
        </button>
      )}
      {zoomed === null ? null : (
        <button type="button" aria-keyshortcuts="Escape" onClick={() => zoomTo(null)}>
          {t('zoom.whole')}
        </button>
      )}
    </p>
  );
}

function PictureSwitch({ picture }: { picture: PlatePicture }): ReactElement {
  const { t } = useTranslation('board');
  const show = useBoardView((view) => view.showPicture);
  return (
    <div className="picture-switch" role="group" aria-label={t('picture.label')}>
      {platePictures.map((each) => (
        <button key={each} type="button" aria-pressed={each === picture} onClick={() => show(each)}>
          {t(`picture.${each}`)}
        </button>
      ))}
    </div>
  );
}

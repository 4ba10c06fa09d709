import type { CutoffId } from '@yavka/shared/ids';
import type { ReactElement } from 'react';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { useFeed } from '../feed/store.ts';
import type { Box as MapBox } from '../map/map-geometry.ts';
import { MapLegend } from '../map/MapLegend.tsx';
import { RegionMap } from '../map/RegionMap.tsx';
import { TileGrid } from '../map/TileGrid.tsx';
import { FiguresTable } from './FiguresTable.tsx';
import { Hero, HeroSource } from './Hero.tsx';
import { useModel } from './model-store.ts';
import { PlateRail } from './PlateRail.tsx';
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
  return (
    <section className="plate" id="now" aria-labelledby="now-title" data-picture={picture}>
      <h2 id="now-title" className="only-heard">
        {t('section.now')}
      </h2>
      <Picture picture={picture} />
      <Hero />
      <HeroSource />
      <PictureSwitch picture={picture} />
      <PastNotice />
      <div className="plate-legend">
        <Legend />
      </div>
      <PlateRail />
    </section>
  );
}

function Picture({ picture }: { picture: PlatePicture }): ReactElement {
  const [ref, box] = useBox<HTMLDivElement>();
  const covered = useCovered(ref);
  const room = useMemo(() => (box === null ? null : roomOf(box)), [box]);
  const cutoff = useModel((model) => model.cutoff);
  const selected = useBoardView((view) => view.selected);
  const open = useBoardView((view) => view.openProvenance);
  const first = useFeed((feed) => feed.resolved?.pack.cutoffs[0]?.id) ?? null;
  const select = useCallback(
    (area: string) => {
      const at = cutoff ?? first;
      if (at !== null) open(area, at);
    },
    [cutoff, first, open],
  );
  return (
    <div className="plate-picture" ref={ref} data-picture={picture}>
      {box === null ? null : picture === 'table' ? (
        <FiguresTable />
      ) : picture === 'tiles' ? (
        <TileGrid width={box.width} height={box.height} cutoff={cutoff} selected={selected} onSelect={select} />
      ) : (
        <RegionMap
          width={box.width}
          height={box.height}
          cutoff={cutoff}
          selected={selected}
          onSelect={select}
          avoid={covered}
          {...(room === null ? {} : { room })}
        />
      )}
    </div>
  );
}

/** The land's part of the picture: the left edge is the number's and the source's, the top the switch's. */
function roomOf({ width, height }: Box): MapBox {
  const left = Math.round(width * 0.13);
  const top = 50;
  return { x: left, y: top, width: width - left - 16, height: height - top - 14 };
}

function Legend(): ReactElement | null {
  const [ref, box] = useBox<HTMLDivElement>();
  const cutoff: CutoffId | null = useModel((model) => model.cutoff);
  return <div ref={ref}>{box === null ? null : <MapLegend width={box.width} cutoff={cutoff} />}</div>;
}

function PictureSwitch({ picture }: { picture: PlatePicture }): ReactElement {
  const { t } = useTranslation('board');
  const show = useBoardView((view) => view.showPicture);
  return (
    <div className="picture-switch" data-over-map="" role="group" aria-label={t('picture.label')}>
      {platePictures.map((each) => (
        <button key={each} type="button" aria-pressed={each === picture} onClick={() => show(each)}>
          {t(`picture.${each}`)}
        </button>
      ))}
    </div>
  );
}

/** Said when an earlier cutoff is on the screen than the newest: it must never pass for the latest. */
function PastNotice(): ReactElement | null {
  const { t } = useTranslation('board');
  const isPast = useModel((model) => model.cutoff !== model.newest);
  const label = useModel((model) => model.rail.find((notch) => notch.state === 'shown')?.label);
  const show = useBoardView((view) => view.showCutoff);
  const { i18n } = useTranslation('board');
  if (isPast !== true || label === null || label === undefined) return null;
  return (
    <p className="past-notice">
      {t('past.shown', { label: label[i18n.language as keyof typeof label] })}{' '}
      <button type="button" onClick={() => show(null)}>
        {t('past.back')}
      </button>
    </p>
  );
}

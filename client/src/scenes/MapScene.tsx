import type { InstantMs, Language } from '@yavka/shared/ids';
import type { ElectionState } from '@yavka/shared/log/state';
import type { ResolvedPack } from '@yavka/shared/pack/pack';
import type { MapScene as MapSceneModel } from '@yavka/shared/scenes/map-scene-of';
import { mapSceneOf } from '@yavka/shared/scenes/map-scene-of';
import { textureKeyRowsOf } from '@yavka/shared/scenes/texture-key-rows-of';
import type { ReactElement } from 'react';
import { useMemo, useRef } from 'react';
import type { Topology } from 'topojson-specification';

import { DayRail } from '../charts/DayRail.tsx';
import { LegendChart } from '../map/LegendChart.tsx';
import type { Box } from '../map/map-geometry.ts';
import { MapPicture } from '../map/MapPicture.tsx';
import { TextureKey } from '../map/TextureKey.tsx';
import { useTextMeasure } from '../map/use-text-measure.ts';
import '../map/legend.css';
import { AsOf } from './AsOf.tsx';
import { HeroPlate } from './HeroPlate.tsx';
import { ProvenanceStrip } from './ProvenanceStrip.tsx';
import { SceneHead } from './SceneHead.tsx';
import { WaitingPicture } from './WaitingPicture.tsx';
import './scenes.css';
import './over-picture.css';

interface Props {
  readonly state: ElectionState;
  readonly resolved: ResolvedPack;
  readonly topology: Topology | null;
  readonly now: InstantMs;
  readonly language: Language;
}

/** Where the map stands on the stage: right of the column, down to the strip, land up to the action-safe edge. */
const mapBox: Box = { x: 572, y: 54, width: 1281, height: 832 };
const land: Box = { x: 4, y: 84, width: 1272, height: 704 };
/** The headline, the wordmark and the edge beyond which no text may stand, in the map's own pixels. */
const taken: readonly Box[] = [
  { x: 0, y: 0, width: 480, height: 92 },
  { x: 1080, y: 0, width: 201, height: 76 },
  { x: 1252, y: 0, width: 29, height: 832 },
];

/** Claim, hero, as-of, legend, map and rail: turnout by region at the newest cutoff. */
export function MapScene({ state, resolved, topology, now, language }: Props): ReactElement {
  const last = useRef<MapSceneModel | null>(null);
  const scene = useMemo(() => {
    last.current = mapSceneOf(state, resolved, now, language, last.current);
    return last.current;
  }, [state, resolved, now, language]);
  const measure = useTextMeasure();
  const { frame, areas } = scene;
  const { pack } = resolved;
  const rows = useMemo(() => textureKeyRowsOf(areas, pack, language).slice(0, 4), [areas, pack, language]);
  const picture =
    topology === null || pack.geometry === null ? null : (
      <MapPicture
        topology={topology}
        object={pack.geometry.object}
        areas={areas}
        bands={pack.bands}
        openNote={scene.openNote}
        width={mapBox.width}
        height={mapBox.height}
        room={land}
        avoid={taken}
        measure={measure}
        title={scene.headline}
      />
    );
  if (frame.hero === null && areas.every((area) => area.interval === null)) {
    return (
      <>
        <WaitingPicture frame={frame} headline={scene.headline} over={frame.title} />
        {/* Outlines and places are worked out while there is time: the first figures do not wait for them. */}
        <div hidden>{picture}</div>
      </>
    );
  }
  return (
    <div className="scene scene-map" data-testid="scene-map">
      {picture === null ? null : (
        <div className="scene-map-picture" style={{ left: mapBox.x, top: mapBox.y }}>
          {picture}
        </div>
      )}
      <SceneHead headline={scene.headline} over={frame.title} />
      <div className="scene-column">
        {frame.hero === null ? null : (
          <>
            <HeroPlate text={frame.hero.text} isNumber={frame.hero.isNumber} />
            <AsOf hero={frame.hero} timeLabel={frame.timeLabel} />
            {frame.hero.recipients === null ? null : (
              <p className="scene-measure">
                <b>{frame.hero.recipients.value}</b>
                {frame.hero.recipients.after}
                <br />
                {frame.hero.receivedBallots}
              </p>
            )}
          </>
        )}
      </div>
      <div className="scene-legend">
        {rows.length === 0 ? null : <TextureKey rows={rows} bands={pack.bands} size={24} textureScale={1} />}
        <p className="scene-legend-title">{scene.legendTitle}</p>
        <LegendChart width={470} size={22} bands={pack.bands} areas={areas} language={language} />
        {rows.length > 2 ? null : (
          <p className="scene-legend-notes">
            {scene.legendNotes.region}
            {scene.legendNotes.open === null ? null : <b>{scene.legendNotes.open}</b>}
          </p>
        )}
      </div>
      <footer className="scene-strip">
        <div className="scene-rail">
          <DayRail cutoffs={frame.rail} theme="ink" />
        </div>
        <ProvenanceStrip frame={frame} />
        {pack.geometry === null ? null : <p className="scene-credit">{pack.geometry.credit[language]}</p>}
      </footer>
    </div>
  );
}

import type { InstantMs, Language } from '@yavka/shared/ids';
import type { ElectionState } from '@yavka/shared/log/state';
import type { ResolvedPack } from '@yavka/shared/pack/pack';
import { nationalSceneOf } from '@yavka/shared/scenes/national-scene-of';
import type { ReactElement } from 'react';
import { useMemo } from 'react';

import { AsOf } from './AsOf.tsx';
import { DayLines } from './DayLines.tsx';
import { HeroPlate } from './HeroPlate.tsx';
import { ProvenanceStrip } from './ProvenanceStrip.tsx';
import { SceneHead } from './SceneHead.tsx';
import { WaitingPicture } from './WaitingPicture.tsx';
import './scenes.css';
import './over-picture.css';

interface Props {
  readonly state: ElectionState;
  readonly resolved: ResolvedPack;
  readonly now: InstantMs;
  readonly language: Language;
  /** The earlier vote to draw beside; null for the most comparable one. */
  readonly earlier: string | null;
}

const minuteMs = 60_000;

/** The country's figure beside its day. */
export function NationalScene({ state, resolved, now, language, earlier }: Props): ReactElement {
  // The line of now moves by minutes: a picture that is on air all evening is not drawn again every second.
  const minute = Math.floor(now / minuteMs) * minuteMs;
  const scene = useMemo(
    () => nationalSceneOf(state, resolved, minute, language, earlier),
    [state, resolved, minute, language, earlier],
  );
  const { frame } = scene;
  const { hero } = frame;
  if (hero === null) return <WaitingPicture frame={frame} headline={scene.headline} over={scene.over} />;
  return (
    <div className="scene scene-national" data-testid="scene-national">
      <SceneHead headline={scene.headline} over={scene.over} />
      <div className="scene-column">
        <HeroPlate text={hero.text} isNumber={false} />
        <p className="scene-voters">
          <b>{hero.percentOfVoters}</b>
          <br />
          {hero.receivedBallots}
        </p>
        <hr />
        <AsOf hero={hero} timeLabel={frame.timeLabel} />
        {hero.ballots === null ? null : (
          <p className="scene-count">
            {hero.ballots.before}
            <b>{hero.ballots.value}</b>
            {hero.ballots.after}
          </p>
        )}
        {hero.electorate === null ? null : <p className="scene-count">{hero.electorate}</p>}
      </div>
      <DayLines scene={scene} />
      <footer className="scene-strip">
        <ProvenanceStrip frame={frame} />
        {scene.earlier === null ? null : <p className="scene-remark">{scene.earlier.remarks.join(' ')}</p>}
      </footer>
    </div>
  );
}

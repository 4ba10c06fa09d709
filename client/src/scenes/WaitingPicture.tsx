import type { SceneFrame } from '@yavka/shared/scenes/scene-frame-of';
import type { ReactElement } from 'react';

import { DayRail } from '../charts/DayRail.tsx';
import { SceneHead } from './SceneHead.tsx';

/** Before the first figure: what will come, when, and the day's empty rail. No number stands where none is known. */
export function WaitingPicture({
  frame,
  headline,
  over,
}: {
  readonly frame: SceneFrame;
  readonly headline: string;
  readonly over: string | null;
}): ReactElement {
  const { waiting } = frame;
  return (
    <div className="scene scene-waiting" data-testid="waiting">
      <SceneHead headline={headline} over={over} />
      <div className="waiting-body">
        <div className="waiting-tear" aria-hidden="true" />
        <p className="waiting-expected">
          {waiting?.expected.before}
          <b>{waiting?.expected.value}</b>
          {waiting?.expected.after}
        </p>
        <p className="waiting-zone">{frame.timeLabel}</p>
        {waiting?.electorate == null ? null : (
          <p className="waiting-electorate">
            {waiting.electorate.before}
            <b>{waiting.electorate.value}</b>
            {waiting.electorate.after}
          </p>
        )}
      </div>
      <div className="waiting-rail">
        <DayRail cutoffs={frame.rail} theme="ink" />
      </div>
      <p className="waiting-source">
        {frame.sourceWord} <b>{frame.sourceName}</b> · {frame.subtitle}
      </p>
    </div>
  );
}

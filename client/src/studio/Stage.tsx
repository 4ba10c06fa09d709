import type { ReactElement, ReactNode } from 'react';
import { useEffect, useState } from 'react';

import './stage.css';

export const stageWidth = 1920;
export const stageHeight = 1080;

interface Props {
  readonly ground: 'ink' | 'transparent';
  readonly children: ReactNode;
}

/** The fixed stage, scaled as a whole to fit the window and centred; what is left over is ground. */
export function Stage({ ground, children }: Props): ReactElement {
  const scale = useStageScale();
  useEffect(() => {
    document.documentElement.dataset['ground'] = ground;
    return () => {
      delete document.documentElement.dataset['ground'];
    };
  }, [ground]);
  return (
    <div className="studio">
      <div
        className="stage"
        data-testid="stage"
        style={{ width: stageWidth, height: stageHeight, transform: `translate(-50%, -50%) scale(${scale})` }}
      >
        {children}
      </div>
    </div>
  );
}

function useStageScale(): number {
  const [scale, setScale] = useState(fittingScale);
  useEffect(() => {
    const fit = (): void => setScale(fittingScale());
    window.addEventListener('resize', fit);
    return () => window.removeEventListener('resize', fit);
  }, []);
  return scale;
}

function fittingScale(): number {
  return Math.min(window.innerWidth / stageWidth, window.innerHeight / stageHeight);
}

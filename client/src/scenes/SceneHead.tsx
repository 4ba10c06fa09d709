import type { ReactElement } from 'react';

import { TicketLogo } from '../ui/TicketLogo.tsx';

/** The headline and the wordmark, on one line of the stage. */
export function SceneHead({
  headline,
  over,
}: {
  readonly headline: string;
  readonly over: string | null;
}): ReactElement {
  return (
    <header className="scene-head">
      <div>
        {over === null ? null : <p className="scene-over">{over}</p>}
        <h1 className="scene-headline">{headline}</h1>
      </div>
      <TicketLogo theme="ink" />
    </header>
  );
}

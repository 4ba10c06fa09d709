import type { ReactElement } from 'react';

import { useViewedMoment } from '../feed/viewed.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { Announcer } from './Announcer.tsx';
import { MomentMissing } from './fetched-parts.ts';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import { MomentPlace } from './MomentPlace.tsx';
import { ModelPump } from './model-store.ts';
import { PageNav } from './PageNav.tsx';
import { PageShown } from './PageShown.tsx';
import { PaintClock } from './painted.ts';
import { PartBoundary } from './PartBoundary.tsx';
import { ReplayControls } from './ReplayControls.tsx';
import { useIsNarrow } from './use-is-narrow.ts';
import { useTitle } from './use-title.ts';
import { useBoardView } from './view.ts';
import './board.css';

/** The board for analysts and the public: what is on the air on ink, everything for reading on paper. */
export function Board(): ReactElement {
  const { t } = useTranslation('board');
  const isNarrow = useIsNarrow();
  const isExplaining = useBoardView((view) => view.provenance !== null);
  const past = useViewedMoment((viewed) => viewed.past);
  useTitle();
  return (
    <div className="board" data-explaining={isExplaining} data-past={past !== null}>
      <ModelPump />
      <PaintClock />
      <a className="skip" href="#now">
        {t('skip')}
      </a>
      <Header />
      <MomentPlace />
      {past === null || past.state !== null ? <PageShown /> : <Missing />}
      <Footer />
      <ReplayControls />
      {isNarrow ? <PageNav at="foot" /> : null}
      <Announcer />
    </div>
  );
}

function Missing(): ReactElement {
  return (
    <PartBoundary>
      <MomentMissing />
    </PartBoundary>
  );
}

import type { ReactElement } from 'react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { Announcer } from './Announcer.tsx';
import { Comb } from './Comb.tsx';
import { DayCurve } from './DayCurve.tsx';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import { Ledger } from './Ledger.tsx';
import { LinkNotice } from './LinkNotice.tsx';
import { ModelPump } from './model-store.ts';
import { PageTabs } from './PageTabs.tsx';
import { PaintClock } from './painted.ts';
import { Plate } from './Plate.tsx';
import { Provenance } from './Provenance.tsx';
import { RankingList } from './RankingList.tsx';
import { ReplayControls } from './ReplayControls.tsx';
import { Stations } from './Stations.tsx';
import { useIsNarrow } from './use-is-narrow.ts';
import { followAddress, useBoardView } from './view.ts';
import './board.css';

/** The board for analysts and the public: what is on the air on ink, everything for reading on paper. */
export function Board(): ReactElement {
  const { t } = useTranslation('board');
  const isNarrow = useIsNarrow();
  const isExplaining = useBoardView((view) => view.provenance !== null);
  useEffect(() => followAddress(window), []);
  return (
    <div className="board" data-explaining={isExplaining}>
      <ModelPump />
      <PaintClock />
      <a className="skip" href="#now">
        {t('skip')}
      </a>
      <Header />
      <LinkNotice />
      <main className="board-main">
        <Plate />
        <div className="side">
          <Provenance />
          <div className="side-reading" hidden={isExplaining && !isNarrow}>
            <DayCurve />
            <Stations />
            <Ledger />
          </div>
        </div>
        {isNarrow ? <RankingList /> : <Comb />}
      </main>
      <Footer />
      <ReplayControls />
      {isNarrow ? <PageTabs /> : null}
      <Announcer />
    </div>
  );
}

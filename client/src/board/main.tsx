import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import '../ui/fonts.ts';
import '../ui/tokens.css';
import '../ui/base.css';
import { afterFirstPaint, awaitFirstState } from '../feed/after-first-paint.ts';
import { startFeed } from '../feed/start-feed.ts';
import { useFeed } from '../feed/store.ts';
import { fetchOtherWords, fetchWords, startLanguage } from '../ui/language.ts';
import { RehearsalFrame } from '../ui/RehearsalFrame.tsx';
import { awaitFonts } from '../ui/use-fonts-ready.ts';
import { Board } from './Board.tsx';
import { fetchParts, TileGrid } from './fetched-parts.ts';
import { followMoment } from './follow-moment.ts';
import { sayUntil } from './say-until.ts';
import { isNarrowPage } from './use-is-narrow.ts';
import { followAddress } from './view.ts';
import { wordSources } from './word-sources.ts';

startLanguage({ onAir: false });
// Before anything is drawn: the first frame is of the page that was asked for.
followAddress(window);
followMoment();
startFeed({ lane: 'public', audience: 'public', scope: 'summary' });
// On a phone the tiles are the map.
const picture = isNarrowPage() ? TileGrid.fetch() : null;
const root = document.querySelector('#root');
// The first picture is the one that stays: with its state, or after a second without, saying so.
await Promise.all([
  // A board without words cannot even say what is wrong.
  sayUntil(root, () => fetchWords('board', wordSources)),
  ...[awaitFonts(1_000), awaitFirstState(useFeed, 1_000)],
  // Without its code the tiles' place says so, and asks again.
  picture?.catch(() => undefined),
]);

if (root !== null)
  createRoot(root).render(
    <StrictMode>
      {/* First: the board measures its pictures within the frame. */}
      <RehearsalFrame />
      <Board />
    </StrictMode>,
  );
// When the first view is painted, not before: what it needs has the line for itself.
afterFirstPaint(useFeed, () => void fetchParts().then(fetchOtherWords));

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import '../ui/fonts.ts';
import '../ui/tokens.css';
import '../ui/base.css';
import { startFeed } from '../feed/start-feed.ts';
import { registerWords, startLanguage } from '../ui/language.ts';
import { RehearsalFrame } from '../ui/RehearsalFrame.tsx';
import { Board } from './Board.tsx';
import { words } from './words.ts';

startLanguage({ onAir: false });
registerWords('board', words);
startFeed({ lane: 'public', audience: 'public', scope: 'summary' });

const root = document.querySelector('#root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <Board />
      <RehearsalFrame />
    </StrictMode>,
  );

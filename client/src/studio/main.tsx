import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import '../ui/fonts.ts';
import '../ui/tokens.css';
import '../ui/base.css';
import { startFeed } from '../feed/start-feed.ts';
import { startLanguage } from '../ui/language.ts';
import { Studio } from './Studio.tsx';

startLanguage({ onAir: true });
const insists = new URLSearchParams(window.location.search).get('expects') === 'live';
startFeed({ lane: 'air', audience: 'public', scope: 'summary', ...(insists ? { expects: 'live' } : {}) });

const root = document.querySelector('#root');
// The scene draws the rehearsal's frame itself, inside its own stage.
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <Studio />
    </StrictMode>,
  );

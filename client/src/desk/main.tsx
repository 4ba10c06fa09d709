import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import '../ui/fonts.ts';
import '../ui/mono-font.ts';
import '../ui/tokens.css';
import '../ui/base.css';
import { registerWords, startLanguage } from '../ui/language.ts';
import { RehearsalFrame } from '../ui/RehearsalFrame.tsx';
import { Desk } from './Desk.tsx';
import { words } from './words.ts';

startLanguage({ onAir: false });
registerWords('desk', words);

const root = document.querySelector('#root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <Desk />
      <RehearsalFrame />
    </StrictMode>,
  );

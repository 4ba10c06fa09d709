import type { ReactElement } from 'react';
import { useLayoutEffect } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from './language.ts';
import './rehearsal-frame.css';

/** The word in all three languages at once: a picture travels further than its page. */
const rehearsalWords = { ru: 'РЕПЕТИЦИЯ', kk: 'ЖАТТЫҒУ', en: 'REHEARSAL' };

/**
 * The barrier stripes around a rehearsal's picture, drawn inside its own pixels. Nothing when the log is live.
 * `page` frames the window and keeps the content clear of it; `stage` frames the nearest positioned ancestor, a scene.
 * The mode is the log's: it comes with every snapshot, never from the address.
 */
export function RehearsalFrame({ around = 'page' }: { readonly around?: 'page' | 'stage' }): ReactElement | null {
  const isRehearsal = useFeed((feed) => feed.state?.mode === 'rehearsal');
  const language = useLanguage();
  useLayoutEffect(() => {
    if (around !== 'page' || !isRehearsal) return;
    document.documentElement.dataset['mode'] = 'rehearsal';
    return () => {
      delete document.documentElement.dataset['mode'];
    };
  }, [around, isRehearsal]);
  if (!isRehearsal) return null;
  return (
    <aside
      className="rehearsal-frame"
      aria-label={rehearsalWords[language]}
      data-around={around}
      data-testid="rehearsal"
    >
      <p className="rehearsal-word">
        <span lang="ru">{rehearsalWords.ru}</span> · <span lang="kk">{rehearsalWords.kk}</span> ·{' '}
        <span lang="en">{rehearsalWords.en}</span>
      </p>
    </aside>
  );
}

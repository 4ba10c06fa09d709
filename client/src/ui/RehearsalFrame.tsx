import type { ReactElement } from 'react';
import { useLayoutEffect } from 'react';

import { useFeed } from '../feed/store.ts';
import './rehearsal-frame.css';

/** The word in all three languages at once: a picture travels further than its page. */
export const rehearsalWords = 'РЕПЕТИЦИЯ · ЖАТТЫҒУ · REHEARSAL';

/**
 * The barrier stripes around a rehearsal's picture, drawn inside its own pixels. Nothing when the log is live.
 * `page` frames the window and keeps the content clear of it; `stage` frames the nearest positioned ancestor, a scene.
 * The mode is the log's: it comes with every snapshot, never from the address.
 */
export function RehearsalFrame({ around = 'page' }: { readonly around?: 'page' | 'stage' }): ReactElement | null {
  const isRehearsal = useFeed((feed) => feed.state?.mode === 'rehearsal');
  useLayoutEffect(() => {
    if (around !== 'page' || !isRehearsal) return;
    document.documentElement.dataset['mode'] = 'rehearsal';
    return () => {
      delete document.documentElement.dataset['mode'];
    };
  }, [around, isRehearsal]);
  if (!isRehearsal) return null;
  return (
    <aside className="rehearsal-frame" aria-label={rehearsalWords} data-around={around} data-testid="rehearsal">
      <p className="rehearsal-word">{rehearsalWords}</p>
    </aside>
  );
}

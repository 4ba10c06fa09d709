import { useSyncExternalStore } from 'react';

const query = '(max-width: 760px)';

/** Whether the page is as narrow as a phone; the same width at which the style sheet turns. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, isNarrowPage, () => false);
}

function subscribe(changed: () => void): () => void {
  if (typeof window.matchMedia !== 'function') return () => undefined;
  const list = window.matchMedia(query);
  list.addEventListener('change', changed);
  return () => list.removeEventListener('change', changed);
}

/** The same, asked once. */
export function isNarrowPage(): boolean {
  return typeof window.matchMedia === 'function' && window.matchMedia(query).matches;
}

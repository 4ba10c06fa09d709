import { useCallback } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useLanguage } from '../../ui/language.ts';

/** Names an earlier vote's hour as its announcements did, and its final count by the reader's own word. */
export function useEarlierLabel(): (slot: string, label: string) => string {
  const final = useFeed((feed) => feed.resolved?.pack.cutoffs.find(({ kind }) => kind === 'final'));
  const language = useLanguage();
  return useCallback(
    (slot, label) => (final !== undefined && slot === final.slot ? final.label[language] : label),
    [final, language],
  );
}

import { useCallback } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from './language.ts';

/** Names a source as it was written; the commission, in whichever of its languages and at whichever length, in the reader's. */
export function useSourceName(): (source: string) => string {
  const commission = useFeed((feed) => feed.resolved?.pack.commission);
  const language = useLanguage();
  return useCallback(
    (source) => {
      if (commission === undefined) return source;
      const { names, shortNames } = commission;
      const own = [names, shortNames].find((each) => Object.values<string>(each).includes(source));
      return own === undefined ? source : own[language];
    },
    [commission, language],
  );
}

import { useCallback } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';

/** Names a source as it was written; the commission, in whichever of its languages, in the reader's. */
export function useSourceName(): (source: string) => string {
  const commission = useFeed((feed) => feed.resolved?.pack.commission);
  const language = useLanguage();
  return useCallback(
    (source) => {
      const names: readonly string[] = Object.values(commission?.names ?? {});
      return commission !== undefined && names.includes(source) ? commission.names[language] : source;
    },
    [commission, language],
  );
}

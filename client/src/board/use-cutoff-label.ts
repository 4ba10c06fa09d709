import type { CutoffId } from '@yavka/shared/ids';
import { useCallback } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';

/** Names a cutoff in the reader's language, as the pack prints it. */
export function useCutoffLabel(): (cutoff: CutoffId | null) => string {
  const cutoffs = useFeed((feed) => feed.resolved?.pack.cutoffs);
  const language = useLanguage();
  return useCallback(
    (cutoff) => cutoffs?.find((each) => each.id === cutoff)?.label[language] ?? cutoff ?? '',
    [cutoffs, language],
  );
}

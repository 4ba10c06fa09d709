import { formatDuration } from '@yavka/shared/format/time';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useModel } from './model-store.ts';

/** How long the growth beside each figure took: from the cutoff before to the shown one; null where an hour is not known. */
export function useStepDuration(): string | null {
  const language = useLanguage();
  const cutoff = useModel((model) => model.cutoff);
  const resolved = useFeed((feed) => feed.resolved);
  if (resolved === null || cutoff === null) return null;
  const index = resolved.pack.cutoffs.findIndex((each) => each.id === cutoff);
  const before = resolved.cutoffInstants[resolved.pack.cutoffs[index - 1]?.id ?? ''] ?? null;
  const at = resolved.cutoffInstants[cutoff] ?? null;
  return before === null || at === null ? null : formatDuration(at - before, language);
}

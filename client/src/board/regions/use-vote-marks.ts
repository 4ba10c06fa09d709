import type { Localized } from '@yavka/shared/ids';

import { useFeed } from '../../feed/store.ts';
import { useModel } from '../model-store.ts';
import { useEarlierLabel } from './use-earlier-label.ts';

interface VoteMark {
  readonly vote: string;
  readonly title: Localized;
  /** The hour as that vote's announcements named it, or the word of its final count. */
  readonly label: string;
  readonly mark: Localized;
}

/** What must be said of earlier votes at the shown hour before anything is compared with them. */
export function useVoteMarks(): readonly VoteMark[] {
  const pack = useFeed((feed) => feed.resolved?.pack);
  const cutoff = useModel((model) => model.cutoff);
  const earlierLabel = useEarlierLabel();
  const slot = pack?.cutoffs.find((each) => each.id === cutoff)?.slot;
  return (pack?.earlierVotes ?? []).flatMap((vote) =>
    vote.cutoffs.flatMap((each) =>
      each.slot !== slot || each.mark === null
        ? []
        : [{ vote: vote.id, title: vote.shortTitle, label: earlierLabel(each.slot, each.label), mark: each.mark }],
    ),
  );
}

import type { ReactElement } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { regionOrders } from './region-order.ts';
import { useBoardView } from './view.ts';

/**
 * By what the regions are ordered: the same choice wherever they stand. Where there is little room, of the differences to
 * earlier votes only the one that is on.
 */
export function OrderButtons({ isShort }: { isShort: boolean }): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const order = useBoardView((view) => view.order);
  const orderBy = useBoardView((view) => view.orderBy);
  const pack = useFeed((feed) => feed.resolved?.pack);
  const commission = pack?.commission.shortNames[language] ?? '';
  const votes = (pack?.earlierVotes ?? []).filter((vote) => !isShort || vote.id === order);
  return (
    <>
      {regionOrders.map((each) => (
        <button key={each} type="button" aria-pressed={each === order} onClick={() => orderBy(each)}>
          {t(`order.${each}`, { commission })}
        </button>
      ))}
      {votes.map((vote) => (
        <button key={vote.id} type="button" aria-pressed={vote.id === order} onClick={() => orderBy(vote.id)}>
          {t('order.vote', { vote: vote.shortTitle[language] })}
        </button>
      ))}
    </>
  );
}

import type { ReactElement } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useLanguage } from '../../ui/language.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { useBoardView } from '../view.ts';

/** Which earlier votes are on the charts. */
export function VoteSwitch(): ReactElement {
  const { t } = useTranslation('day');
  const language = useLanguage();
  const votes = useFeed((feed) => feed.resolved?.pack.earlierVotes);
  const hidden = useBoardView((view) => view.hiddenVotes);
  const toggle = useBoardView((view) => view.toggleVote);
  return (
    <div className="vote-switch" role="group" aria-label={t('votes.label')}>
      <span aria-hidden="true">{t('votes.label')}:</span>
      {(votes ?? []).map((vote) => (
        <label key={vote.id} title={vote.title[language]}>
          <input type="checkbox" checked={!hidden.includes(vote.id)} onChange={() => toggle(vote.id)} />
          {vote.shortTitle[language]}
        </label>
      ))}
    </div>
  );
}

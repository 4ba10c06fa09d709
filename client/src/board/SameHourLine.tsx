import { formatSigned, pointsUnit } from '@yavka/shared/format/number';
import type { AreaId, Language, Localized } from '@yavka/shared/ids';
import type { EarlierVote } from '@yavka/shared/pack/pack';
import type { ReactElement } from 'react';
import { Fragment } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { useModel } from './model-store.ts';
import { useAreaWords } from './use-area-words.ts';

/** How the shown figure stands beside earlier votes at the same hour: points, only between exact figures. */
export function SameHourLine(): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const words = useAreaWords();
  const sameHour = useModel((model) => model.curve.sameHour);
  const focus = useModel((model) => model.curve.focus);
  const votes = useFeed((feed) => feed.resolved?.pack.earlierVotes);
  const root = useFeed((feed) => feed.resolved?.pack.root);
  const isFinal = sameHour?.[0]?.slot === 'final';
  const known = (sameHour ?? []).filter((each) => each.difference !== null);
  return (
    <p className="same-hour">
      {known.length === 0 ? t('sameHour.none') : null}
      {known.length > 0 && focus !== null && focus !== root ? `${words.nameOf(focus)}: ` : null}
      {known.length > 0 ? t(isFinal ? 'sameHour.leadFinal' : 'sameHour.lead', { unit: pointsUnit(language) }) : null}
      {known.map((each, index) => (
        <Fragment key={each.vote}>
          {index === 0 ? ' ' : ' · '}
          <span>
            {shortTitle(votes, each.vote, language)}{' '}
            <b>{formatSigned(each.difference ?? 0, language, each.decimals)}</b>
            {each.mark === null ? '' : '*'}
          </span>
        </Fragment>
      ))}
    </p>
  );
}

function shortTitle(votes: readonly EarlierVote[] | undefined, id: AreaId, language: Language): string {
  const title: Localized | undefined = votes?.find((vote) => vote.id === id)?.shortTitle;
  return title?.[language] ?? id;
}

import type { ReactElement } from 'react';
import { useTranslation } from '../../ui/use-translation.ts';
import { pluralFormOf } from '@yavka/shared/format/plural';

import { useLanguage } from '../../ui/language.ts';

/** Places gained or lost, as a drawn mark and a number, and in words for those who hear the page. */
export function MoveMark({ move }: { move: number | null }): ReactElement | null {
  const { t } = useTranslation('regions');
  const language = useLanguage();
  if (move === null) return null;
  const places = Math.abs(move);
  const heard =
    move === 0
      ? t('move.none')
      : t(`move.${move > 0 ? 'up' : 'down'}_${pluralFormOf(places, language)}`, { number: places });
  return (
    <span className="move" data-move={move === 0 ? 'none' : move > 0 ? 'up' : 'down'}>
      <svg width="9" height="8" viewBox="0 0 9 8" aria-hidden="true">
        {move === 0 ? (
          <path d="M1 2.5h7M1 5.5h7" className="move-level" />
        ) : (
          <path d={move > 0 ? 'M4.5 0.5L9 7.5H0Z' : 'M4.5 7.5L0 0.5H9Z'} />
        )}
      </svg>
      {move === 0 ? null : <span aria-hidden="true">{places}</span>}
      <span className="only-heard">{heard}</span>
    </span>
  );
}

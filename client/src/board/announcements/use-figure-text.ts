import { formatCount, formatTurnout } from '@yavka/shared/format/number';
import type { TurnoutInterval } from '@yavka/shared/figures/turnout';
import { useCallback } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useLanguage } from '../../ui/language.ts';

/** How a value is printed: its turnout, else its count of ballots, else a dash. */
export function useFigureText(): (value: {
  readonly turnout: TurnoutInterval | null;
  readonly ballots: number | null;
}) => string {
  const language = useLanguage();
  const approachWidth = useFeed((feed) => feed.resolved?.pack.approachWidth);
  return useCallback(
    ({ turnout, ballots }) =>
      turnout !== null
        ? formatTurnout(turnout, language, approachWidth)
        : ballots === null
          ? '–'
          : formatCount(ballots, language),
    [language, approachWidth],
  );
}

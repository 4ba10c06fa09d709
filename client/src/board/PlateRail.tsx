import { formatTurnout } from '@yavka/shared/format/number';
import type { ReactElement } from 'react';
import { useMemo } from 'react';

import { DayRail } from '../charts/DayRail.tsx';
import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { useModel } from './model-store.ts';
import { useBoardView } from './view.ts';

/** The day's rail; a published notch puts its cutoff on the screen. */
export function PlateRail(): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const rail = useModel((model) => model.rail);
  const newest = useModel((model) => model.newest);
  const show = useBoardView((view) => view.showCutoff);
  const approachWidth = useFeed((feed) => feed.resolved?.pack.approachWidth);
  const cutoffs = useMemo(
    () =>
      (rail ?? []).map((notch) => ({
        id: notch.cutoff,
        label: notch.label[language],
        value: notch.turnout === null ? null : formatTurnout(notch.turnout, language, approachWidth),
        state: notch.state,
      })),
    [rail, language, approachWidth],
  );
  return (
    <div className="plate-rail" role="group" aria-label={t('rail.label')}>
      <DayRail cutoffs={cutoffs} theme="ink" />
      <div className="plate-rail-buttons">
        {(rail ?? []).map((notch) =>
          notch.state === 'published' || notch.state === 'shown' ? (
            <button
              key={notch.cutoff}
              type="button"
              aria-pressed={notch.state === 'shown'}
              aria-label={t('rail.show', { label: notch.label[language] })}
              onClick={() => show(notch.cutoff === newest ? null : notch.cutoff)}
            />
          ) : (
            <span key={notch.cutoff} />
          ),
        )}
      </div>
    </div>
  );
}

import type { AreaView } from '@yavka/shared/analysis/area-view';
import type { MissingReason } from '@yavka/shared/figures/missing';
import { describeTurnout, formatTurnout } from '@yavka/shared/format/number';
import { formatTime } from '@yavka/shared/format/time';
import type { AreaId } from '@yavka/shared/ids';
import type { Area } from '@yavka/shared/pack/pack';
import { useCallback } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { useModel } from './model-store.ts';
import { useCutoffLabel } from './use-cutoff-label.ts';

export interface AreaWords {
  readonly nameOf: (area: AreaId) => string;
  readonly fullNameOf: (area: AreaId) => string;
  readonly abbreviationOf: (area: AreaId) => string;
  /** The compact figure: `78,39`, `80+`, `к 80`; an en dash pair when there is none. */
  readonly figureOf: (view: AreaView) => string;
  /** The figure in words with what must be said of it: its time when stale, the reason when missing. */
  readonly sentenceOf: (view: AreaView) => string;
  /** What stands beside the figure: the time of a stale one, or why there is none; null for a figure of this cutoff. */
  readonly noteOf: (view: AreaView) => string | null;
  readonly pollsOf: (view: AreaView) => string;
  readonly missingOf: (reason: MissingReason) => string;
}

/**
 * How areas and their figures are said in the reader's language. In the first view names and numbers alone: the words
 * of the rest come behind it.
 */
export function useAreaWords(): AreaWords {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const labelOf = useCutoffLabel();
  const pack = useFeed((feed) => feed.resolved?.pack);
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  const areas = pack?.areas;
  const areaOf = (area: AreaId): Area | undefined => areas?.find((each) => each.id === area);
  const nameOf = useCallback(
    (area: AreaId) => areas?.find((each) => each.id === area)?.shortNames[language] ?? area,
    [areas, language],
  );
  const abbreviationOf = useCallback(
    (area: AreaId) => areas?.find((each) => each.id === area)?.abbreviations[language] ?? area,
    [areas, language],
  );
  const approachWidth = pack?.approachWidth;
  const noteOf = (view: AreaView): string | null => {
    if (view.shown === null) return view.missing === null ? null : t(`missing.${view.missing}`);
    return view.shown.cutoff !== view.cutoff ? t('stale.at', { time: labelOf(view.shown.cutoff) }) : null;
  };
  return {
    nameOf,
    fullNameOf: (area) => areaOf(area)?.names[language] ?? area,
    abbreviationOf,
    figureOf: (view) => (view.shown === null ? '––' : formatTurnout(view.shown.turnout, language, approachWidth)),
    sentenceOf: (view) => {
      const said = view.shown === null ? '' : describeTurnout(view.shown.turnout, language, approachWidth);
      const note = noteOf(view);
      return note === null ? said : said === '' ? note : `${said}, ${note}`;
    },
    noteOf,
    missingOf: (reason) => t(`missing.${reason}`),
    pollsOf: (view) => {
      const at = view.polls === 'open' ? view.closesAt : view.polls === 'notYetOpen' ? view.opensAt : null;
      return t(`polls.${view.polls}`, { time: at === null ? '' : formatTime(at, offset) });
    },
  };
}

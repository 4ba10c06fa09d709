import { formatTurnout } from '@yavka/shared/format/number';
import { useEffect } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { useModel } from './model-store.ts';
import { useAreaWords } from './use-area-words.ts';
import { useCutoffLabel } from './use-cutoff-label.ts';
import { useBoardView } from './view.ts';

/** Keeps the window's title: the page and the country's figure, or a region and its own, with the time, as it stands in a row of tabs. */
export function useTitle(): void {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const labelOf = useCutoffLabel();
  const { page, area } = useBoardView((view) => view.place);
  const { nameOf } = useAreaWords();
  // On a region's page the figure is the region's: the country's would stand under a wrong name.
  const shown = useModel((model) => (area === null ? model.national : model.comb.cells[area]?.view)?.shown ?? null);
  const approachWidth = useFeed((feed) => feed.resolved?.pack.approachWidth);
  useEffect(() => {
    const name = area === null ? t(`page.${page}`) : nameOf(area);
    document.title =
      shown === null
        ? t('page.titleNone', { page: name })
        : t('page.title', {
            page: name,
            turnout: formatTurnout(shown.turnout, language, approachWidth),
            label: labelOf(shown.cutoff),
          });
  }, [t, language, labelOf, nameOf, page, area, shown, approachWidth]);
}

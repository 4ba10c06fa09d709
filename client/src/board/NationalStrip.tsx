import { formatDate } from '@yavka/shared/format/time';
import { describeTurnout, formatTurnout } from '@yavka/shared/format/number';
import type { ReactElement } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { FigureTags } from './FigureTags.tsx';
import { useModel } from './model-store.ts';
import { PastNotice } from './PastNotice.tsx';
import { PlateRail } from './PlateRail.tsx';
import { useCutoffLabel } from './use-cutoff-label.ts';
import { useIsLate } from './use-is-late.ts';
import { useBoardView } from './view.ts';
import './national-strip.css';

/** The country's figure with its time, and the day's rail: the ink that every page of reading begins with. */
export function NationalStrip(): ReactElement {
  return (
    <section className="strip" id="now" data-testid="national-strip">
      <StripFigure />
      <PastNotice />
      <PlateRail />
    </section>
  );
}

function StripFigure(): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const labelOf = useCutoffLabel();
  const shown = useModel((model) => model.national.shown);
  const area = useModel((model) => model.national.area);
  const open = useBoardView((view) => view.openProvenance);
  const approachWidth = useFeed((feed) => feed.resolved?.pack.approachWidth);
  const capital = useFeed((feed) => feed.resolved?.pack.capital.timeLabel[language]);
  const cutoffs = useFeed((feed) => feed.resolved?.pack.cutoffs);
  const isLate = useIsLate();
  if (shown === null || area === null) return <p className="strip-figure">{t('hero.waiting')}</p>;
  const { turnout, revision, corrected } = shown;
  const cutoff = cutoffs?.find((each) => each.id === shown.cutoff);
  const isDated = cutoff?.localTime !== null;
  return (
    <div className="strip-figure">
      <button
        type="button"
        className="strip-number"
        aria-label={t('hero.label', { turnout: describeTurnout(turnout, language, approachWidth) })}
        onClick={() => open(area, shown.cutoff)}
      >
        {formatTurnout(turnout, language, approachWidth)}
        <span>%</span>
      </button>
      <p className="strip-asof">
        {isLate && isDated ? t('hero.asOfLate') : isDated ? t('hero.asOf') : t('hero.asOfFinal')}{' '}
        <span className="strip-time" data-late={isLate && isDated ? '' : undefined}>
          <b>{isDated ? labelOf(shown.cutoff) : formatDate(cutoff?.localDate ?? '', language, 'short')}</b>
          {isDated ? `, ${capital ?? ''}` : ''}
        </span>
      </p>
      <p className="strip-tags">
        <FigureTags revision={revision} corrected={corrected} />
      </p>
    </div>
  );
}

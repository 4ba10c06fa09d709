import type { AreaView } from '@yavka/shared/analysis/area-view';
import { describeTurnout, formatCount, formatTurnout } from '@yavka/shared/format/number';
import { formatDate, formatTime } from '@yavka/shared/format/time';
import { isExact } from '@yavka/shared/figures/turnout';
import type { ReactElement } from 'react';
import { memo } from 'react';

import { useFeed } from '../feed/store.ts';
import { useViewedState } from '../feed/viewed.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { FigureTags } from './FigureTags.tsx';
import { useModel } from './model-store.ts';
import { useCutoffLabel } from './use-cutoff-label.ts';
import { useIsLate } from './use-is-late.ts';
import { useBoardView } from './view.ts';

/** The country's number with its time, its status and what it rests on. Its place is kept before there is a number. */
export function Hero(): ReactElement {
  const national = useModel((model) => model.national);
  return (
    <div className="hero" data-over-map="">
      {national === null || national.shown === null ? <HeroWaiting /> : <HeroFigure view={national} />}
    </div>
  );
}

const HeroFigure = memo(function HeroFigure({ view }: { view: AreaView }): ReactElement | null {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const labelOf = useCutoffLabel();
  const open = useBoardView((state) => state.openProvenance);
  const approachWidth = useFeed((feed) => feed.resolved?.pack.approachWidth);
  const capital = useFeed((feed) => feed.resolved?.pack.capital.timeLabel[language]);
  const cutoffs = useFeed((feed) => feed.resolved?.pack.cutoffs);
  const isLate = useIsLate();
  const { shown } = view;
  if (shown === null) return null;
  const { turnout, revision, corrected } = shown;
  const exact = isExact(turnout);
  const cutoff = cutoffs?.find((each) => each.id === shown.cutoff);
  const isDated = cutoff?.localTime !== null;
  return (
    <>
      <button
        type="button"
        className="hero-number"
        data-exact={exact}
        data-testid="national-turnout"
        aria-label={t('hero.label', { turnout: describeTurnout(turnout, language, approachWidth) })}
        onClick={() => open(view.area, shown.cutoff)}
      >
        <span className="hero-digits">{formatTurnout(turnout, language, approachWidth)}</span>
        <span className="hero-percent">%</span>
      </button>
      <div className="hero-asof">
        <p className="hero-asof-word">
          {isLate && isDated ? t('hero.asOfLate') : isDated ? t('hero.asOf') : t('hero.asOfFinal')}
        </p>
        <p className="hero-asof-time" data-late={isLate && isDated ? '' : undefined}>
          <b>{isDated ? labelOf(shown.cutoff) : formatDate(cutoff?.localDate ?? '', language, 'short')}</b>
          {isDated ? `, ${capital ?? ''}` : ''}
        </p>
        <p className="hero-tags">
          <FigureTags revision={revision} corrected={corrected} />
        </p>
      </div>
    </>
  );
});

/** Nothing is released yet: what is awaited, and when, in the number's place. */
function HeroWaiting(): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const due = useModel((model) => model.due);
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  const capital = useFeed((feed) => feed.resolved?.pack.capital.timeLabel[language]);
  const time = due?.dueAt === null || due === null ? null : formatTime(due.dueAt, offset);
  const words =
    time === null ? t('hero.waiting') : t(due?.overdue === true ? 'hero.waitingSince' : 'hero.waitingAt', { time });
  return (
    <>
      <p className="hero-number hero-empty" aria-hidden="true">
        <span className="hero-digits">{time}</span>
      </p>
      <div className="hero-asof">
        <p className="hero-asof-word">{words}</p>
        <p className="hero-asof-time">{time === null || capital === undefined ? '' : `(${capital})`}</p>
      </div>
    </>
  );
}

/** Ballots issued and the voters they are counted against, and which announcement of the day it is. */
export function HeroSource(): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const shown = useModel((model) => model.national.shown);
  const isStale = useModel((model) => model.national.stale);
  const cutoff = useModel((model) => model.cutoff);
  const labelOf = useCutoffLabel();
  const pack = useFeed((feed) => feed.resolved?.pack);
  const electorates = useViewedState((state) => state?.electorates);
  if (shown === null || pack === undefined) return <div className="hero-source" data-over-map="" />;
  const { ballots, basis, status } = shown.revision;
  const version =
    basis === null ? undefined : (electorates?.[basis] ?? pack.electorates.find((each) => each.id === basis));
  const progress = pack.cutoffs.filter((each) => each.kind !== 'final');
  const number = progress.findIndex((each) => each.id === shown.cutoff) + 1;
  const listed = version === undefined ? null : formatCount(version.value, language);
  return (
    <div className="hero-source" data-over-map="">
      {ballots === null ? (
        <p className="hero-ballots-none">{t('ballots.notStated')}</p>
      ) : (
        <p>
          <b className="hero-ballots">{formatCount(ballots, language)}</b>{' '}
          {listed === null ? '' : <span>{t('ballots.of', { count: listed })}</span>}
        </p>
      )}
      <p className="hero-numbered">
        {ballots === null ? (
          listed === null ? null : (
            <span>{t('ballots.listed', { count: listed })} · </span>
          )
        ) : (
          <span>{t('ballots.received')} · </span>
        )}
        <span>{number > 0 ? t('source.numbered', { number, total: progress.length }) : t('source.final')}</span>
      </p>
      {isStale === true ? <p>{t('hero.noNational', { label: labelOf(cutoff) })}</p> : null}
      {status === 'final' && version !== undefined ? (
        <p className="hero-basis">{t('ballots.basis', { basis: version.label[language] })}</p>
      ) : null}
    </div>
  );
}

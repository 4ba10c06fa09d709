import { describeTurnout, formatPoints, formatTurnout } from '@yavka/shared/format/number';
import { formatDate, formatTime } from '@yavka/shared/format/time';
import type { ReactElement } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useLanguage } from '../../ui/language.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { BandChip } from '../BandChip.tsx';
import { useModel } from '../model-store.ts';
import { useAreaWords } from '../use-area-words.ts';
import { useCutoffLabel } from '../use-cutoff-label.ts';
import { useStepDuration } from '../use-step-duration.ts';
import { useBoardView } from '../view.ts';
import { MoveMark } from './MoveMark.tsx';
import type { RegionPageModel } from './region-page-model.ts';

/** The region's figure with its time, measure, status and source, in that order, or why there is none. */
export function RegionHero({ model }: { model: RegionPageModel }): ReactElement {
  const { t } = useTranslation('regions');
  const words = useAreaWords();
  const { area, standing } = model;
  const { view } = standing;
  const isPinned = useBoardView((each) => each.pinned.includes(area.id));
  const togglePin = useBoardView((each) => each.togglePin);
  return (
    <section className="region-hero" data-area={area.id} data-stale={view.stale}>
      <h2 id="region-title">{words.fullNameOf(area.id)}</h2>
      <div className="region-hero-body">
        {view.shown === null ? (
          <p className="region-nofigure">
            {t('hero.none', { reason: view.missing === null ? '' : words.missingOf(view.missing) })}
          </p>
        ) : (
          <HeroFigure model={model} />
        )}
        <HeroFacts model={model} />
      </div>
      {area.kind === 'abroad' ? (
        <p className="region-abroad">{t('hero.abroad')}</p>
      ) : (
        <button type="button" className="region-pin" aria-pressed={isPinned} onClick={() => togglePin(area.id)}>
          {t(isPinned ? 'pin.drop' : 'pin.take')}
        </button>
      )}
    </section>
  );
}

function HeroFigure({ model }: { model: RegionPageModel }): ReactElement | null {
  const { t } = useTranslation('regions');
  const { t: board } = useTranslation('board');
  const language = useLanguage();
  const labelOf = useCutoffLabel();
  const words = useAreaWords();
  const pack = useFeed((feed) => feed.resolved?.pack);
  const offset = useModel((each) => each.capitalOffset) ?? 0;
  const wanted = useModel((each) => each.cutoff);
  const open = useBoardView((each) => each.openProvenance);
  const { view } = model.standing;
  const { shown } = view;
  if (shown === null || pack === undefined) return null;
  const cutoff = pack.cutoffs.find((each) => each.id === shown.cutoff);
  const isDated = cutoff?.localTime !== null;
  const said = describeTurnout(shown.turnout, language, pack.approachWidth);
  const figure = formatTurnout(shown.turnout, language, pack.approachWidth);
  return (
    <div className="region-figure-row">
      <BandChip view={view} ground="paper" />
      <button
        type="button"
        className="region-figure"
        data-long={figure.length > 6}
        aria-label={board('comb.figure', { area: words.fullNameOf(view.area), turnout: said })}
        onClick={() => open(view.area, shown.cutoff)}
      >
        {figure}
        <span>%</span>
      </button>
      <div className="region-asof">
        <p>
          {isDated ? board('hero.asOf') : board('hero.asOfFinal')}{' '}
          <b>{isDated ? labelOf(shown.cutoff) : formatDate(cutoff?.localDate ?? '', language, 'short')}</b>
          {isDated ? `, ${pack.capital.timeLabel[language]}` : ''}
        </p>
        {shown.cutoff !== wanted && view.missing !== null ? (
          <p className="region-stale">
            {t('hero.stale', { wanted: labelOf(wanted), reason: words.missingOf(view.missing) })}
          </p>
        ) : null}
        <p>{t('hero.measure')}</p>
        <p>
          <span className="tag">{board(`status.${shown.revision.status}`)}</span>
          {shown.corrected && shown.revision.releasedAt !== null ? (
            <span className="stamp">
              {board('corrected.at', { time: formatTime(shown.revision.releasedAt, offset) })}
            </span>
          ) : null}{' '}
          {pack.commission.shortNames[language]}
        </p>
      </div>
    </div>
  );
}

/** How the figure compares: place and move, growth, the country; and whether the polls are open. */
function HeroFacts({ model }: { model: RegionPageModel }): ReactElement {
  const { t } = useTranslation('regions');
  const language = useLanguage();
  const words = useAreaWords();
  const step = useStepDuration();
  const { standing, ranked } = model;
  const { rank, move, increase, toCountry, view } = standing;
  return (
    <dl className="region-facts">
      {rank === null ? null : (
        <div>
          <dt>{t('fact.place', { number: ranked })}</dt>
          <dd>
            {rank.best === rank.worst ? rank.best : t('rank.between', { best: rank.best, worst: rank.worst })}
            <MoveMark move={move} />
          </dd>
        </div>
      )}
      {toCountry === null ? null : (
        <div>
          <dt>{t('fact.toCountry')}</dt>
          <dd>{formatPoints(toCountry, language, 2)}</dd>
        </div>
      )}
      {increase === null || step === null ? null : (
        <div>
          <dt>{t('fact.increase', { duration: step })}</dt>
          <dd>{formatPoints(increase, language, 2)}</dd>
        </div>
      )}
      {view.polls === 'unknown' ? null : (
        <div>
          <dt>{t('table.polls')}</dt>
          <dd className="region-fact-words" data-polls={view.polls}>
            {words.pollsOf(view)}
          </dd>
        </div>
      )}
    </dl>
  );
}

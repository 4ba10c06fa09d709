import { settledRankOf } from '@yavka/shared/analysis/rank-spans-of';
import { formatPoints } from '@yavka/shared/format/number';
import type { ReactElement } from 'react';

import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { BandChip } from './BandChip.tsx';
import type { CombCell } from './comb-model.ts';
import { useModel } from './model-store.ts';
import { PageLink } from './PageLink.tsx';
import { useAreaWords } from './use-area-words.ts';
import { useGroupTitle } from './use-group-title.ts';
import { useStepDuration } from './use-step-duration.ts';
import { useBoardView } from './view.ts';

const shownAtTop = 3;

/** The regions as a short list for narrow pages: the first three of each group, and the last of all. */
export function RankingList(): ReactElement {
  const { t } = useTranslation('board');
  const comb = useModel((model) => model.comb);
  const step = useStepDuration();
  const titleOf = useGroupTitle();
  const groups = comb?.groups ?? [];
  const cellsOf = (areas: readonly string[]): CombCell[] => areas.flatMap((area) => comb?.cells[area] ?? []);
  const number = groups.reduce((sum, group) => sum + group.areas.length, 0);
  return (
    <section className="ranking" id="regions" aria-labelledby="regions-title">
      <div className="section-head">
        <h2 id="regions-title">
          <PageLink to={{ page: 'regions', area: null }}>{t('section.regions')}</PageLink>
        </h2>
        <p className="section-note">{step === null ? '' : t('list.increase', { duration: step })}</p>
      </div>
      {groups.map((group, index) => {
        const isCut = group.areas.length > shownAtTop + 1;
        const withLast = isCut && index === groups.length - 1;
        return (
          <div key={`${group.kind} ${group.reason ?? group.since ?? ''}`}>
            {titleOf(group) === null ? null : (
              <h3>
                {titleOf(group)}: {group.areas.length}
              </h3>
            )}
            <Rows cells={cellsOf(isCut ? group.areas.slice(0, shownAtTop) : group.areas)} />
            {isCut ? <div className="tear-row" aria-hidden="true" /> : null}
            {withLast ? <Rows cells={cellsOf(group.areas.slice(-1))} /> : null}
          </div>
        );
      })}
      <p className="ranking-all">
        <PageLink to={{ page: 'regions', area: null }}>{t('list.all', { number })}</PageLink>
      </p>
    </section>
  );
}

function Rows({ cells }: { cells: readonly CombCell[] }): ReactElement {
  return (
    <ol className="ranking-rows">
      {cells.map((cell) => (
        <Row key={cell.view.area} cell={cell} />
      ))}
    </ol>
  );
}

function Row({ cell }: { cell: CombCell }): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const words = useAreaWords();
  const { view, rank, increase } = cell;
  const at = useModel((model) => model.cutoff ?? model.curve.ticks[0]?.cutoff ?? null);
  const open = useBoardView((state) => state.openProvenance);
  const name = words.nameOf(view.area);
  return (
    <li data-stale={view.stale}>
      <span className="ranking-rank">{settledRankOf(rank) ?? ''}</span>
      <span className="ranking-name">
        <BandChip view={view} ground="paper" />
        <PageLink to={{ page: 'regions', area: view.area }}>{name}</PageLink>
        {view.polls === 'open' ? <span className="ring" aria-hidden="true" /> : null}
      </span>
      <span className="ranking-increase">{increase === null ? '' : formatPoints(increase, language, 2)}</span>
      <button
        type="button"
        className="ranking-figure"
        aria-label={t('comb.figure', { area: name, turnout: words.sentenceOf(view) })}
        onClick={() => at !== null && open(view.area, at)}
      >
        {words.figureOf(view)}
      </button>
    </li>
  );
}

import { areasFoundBy } from '@yavka/shared/analysis/areas-found-by';
import { pluralFormOf } from '@yavka/shared/format/plural';
import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { useTranslation } from '../../ui/use-translation.ts';

import { useFeed } from '../../feed/store.ts';
import { useLanguage } from '../../ui/language.ts';
import { CombPlot } from '../CombPlot.tsx';
import { useModel } from '../model-store.ts';
import { useCutoffLabel } from '../use-cutoff-label.ts';
import { useBoardView } from '../view.ts';
import { Compare } from './Compare.tsx';
import { movesNoteOf } from './moves-note-of.ts';
import { groupsKeptOf, regionPartOf } from './region-part.ts';
import { RegionFind } from './RegionFind.tsx';
import { RegionTable } from './RegionTable.tsx';
import { RegionTools } from './RegionTools.tsx';
import { useVoteMarks } from './use-vote-marks.ts';

/** All regions: their days side by side, those put together to compare, and the ranking with its moves. */
export function AllRegions(): ReactElement {
  const { t } = useTranslation('regions');
  const { t: board } = useTranslation('board');
  const language = useLanguage();
  const labelOf = useCutoffLabel();
  const cutoff = useModel((model) => model.cutoff);
  const comb = useModel((model) => model.comb);
  const pack = useFeed((feed) => feed.resolved?.pack);
  const only = useBoardView((view) => view.only);
  const find = useBoardView((view) => view.find);
  const groups = useMemo(() => {
    if (comb === null || pack === undefined) return [];
    return groupsKeptOf(comb, pack.areas, regionPartOf(only, pack.bands), new Set(areasFoundBy(find, pack.areas)));
  }, [comb, pack, only, find]);
  const marks = useVoteMarks();
  const kept = groups.reduce((sum, group) => sum + group.areas.length, 0);
  const all = Object.keys(comb?.cells ?? {}).length;
  return (
    <>
      <section className="regions" aria-labelledby="regions-title">
        <div className="section-head">
          <h2 id="regions-title">{board('section.regions')}</h2>
          <p className="section-note">
            {cutoff === null ? '' : `${labelOf(cutoff)} · `}
            {board('comb.none')} · <b className="is-open">{board('comb.open')}</b>
          </p>
        </div>
        <RegionTools />
        <div className="region-line">
          <p className="region-kept" role="status">
            {kept === all
              ? t(`kept.all_${pluralFormOf(all, language)}`, { number: all })
              : t(`kept.some_${pluralFormOf(all, language)}`, { number: kept, total: all })}
          </p>
          <RegionFind />
        </div>
        {kept === 0 ? <p className="regions-none">{t('kept.none')}</p> : <CombPlot groups={groups} isLarge />}
      </section>
      <Compare />
      {kept === 0 ? null : (
        <section className="region-rows" aria-labelledby="ranking-title">
          <div className="section-head">
            <h2 id="ranking-title">{t('ranking.title')}</h2>
            <p className="section-note">
              <MovesNoteText />
            </p>
          </div>
          <RegionTable groups={groups} />
          <p className="region-foot">{t('table.foot')}</p>
          {marks.map((each) => (
            <p key={each.vote} className="region-foot">
              * {each.title[language]}, {each.label}: {each.mark[language]}
            </p>
          ))}
        </section>
      )}
    </>
  );
}

/** What the moves are counted against, or why they cannot be told. */
function MovesNoteText(): ReactElement {
  const { t } = useTranslation('regions');
  const language = useLanguage();
  const labelOf = useCutoffLabel();
  const cells = useModel((model) => model.comb.cells);
  const cutoff = useModel((model) => model.cutoff);
  const cutoffs = useFeed((feed) => feed.resolved?.pack.cutoffs) ?? [];
  const before = cutoffs[cutoffs.findIndex((each) => each.id === cutoff) - 1]?.id ?? null;
  const note = movesNoteOf(Object.values(cells ?? {}), cutoff, cutoffs[0]?.id ?? null);
  if (note === null) return <>{t('moves.since', { label: labelOf(before) })}</>;
  if (note.kind === 'now' || note.kind === 'before') {
    const label = labelOf(note.kind === 'now' ? cutoff : before);
    return <>{t(`moves.${note.kind}_${pluralFormOf(note.open, language)}`, { number: note.open, label })}</>;
  }
  return <>{t(`moves.${note.kind}`)}</>;
}

import { formatDuration } from '@yavka/shared/format/time';
import { formatPoints } from '@yavka/shared/format/number';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { BandChip } from './BandChip.tsx';
import type { CombCell } from './comb-model.ts';
import { useModel } from './model-store.ts';
import { useAreaWords } from './use-area-words.ts';
import { useGroupTitle } from './use-group-title.ts';
import { useBoardView } from './view.ts';

const shownAtTop = 3;

/** The regions as a list for narrow pages: the first three and the last, and all on demand. */
export function RankingList(): ReactElement {
  const { t } = useTranslation('board');
  const [isWhole, setWhole] = useState(false);
  const comb = useModel((model) => model.comb);
  const step = useStepDuration();
  const titleOf = useGroupTitle();
  const groups = comb?.groups ?? [];
  const all = groups.flatMap((group) => group.areas.flatMap((area) => comb?.cells[area] ?? []));
  const isShort = !isWhole && all.length > shownAtTop + 2;
  return (
    <section className="ranking" id="regions" aria-labelledby="regions-title">
      <div className="section-head">
        <h2 id="regions-title">{t('section.regions')}</h2>
        <p className="section-note">{step === null ? '' : t('list.increase', { duration: step })}</p>
      </div>
      {isShort ? (
        <>
          <Rows cells={all.slice(0, shownAtTop)} />
          <div className="tear-row" aria-hidden="true" />
          <Rows cells={all.slice(-1)} />
        </>
      ) : (
        groups.map((group) => (
          <div key={`${group.kind} ${group.reason ?? group.since ?? ''}`}>
            {titleOf(group) === null ? null : <h3>{titleOf(group)}</h3>}
            <Rows cells={group.areas.flatMap((area) => comb?.cells[area] ?? [])} />
          </div>
        ))
      )}
      <button type="button" className="ranking-all" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
        {isWhole ? t('list.less') : t('list.all', { number: all.length })}
      </button>
    </section>
  );
}

/** How long the growth beside each figure took: from the cutoff before to the shown one. */
function useStepDuration(): string | null {
  const language = useLanguage();
  const cutoff = useModel((model) => model.cutoff);
  const resolved = useFeed((feed) => feed.resolved);
  if (resolved === null || cutoff === null) return null;
  const index = resolved.pack.cutoffs.findIndex((each) => each.id === cutoff);
  const before = resolved.cutoffInstants[resolved.pack.cutoffs[index - 1]?.id ?? ''] ?? null;
  const at = resolved.cutoffInstants[cutoff] ?? null;
  return before === null || at === null ? null : formatDuration(at - before, language);
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
  const isPinned = useBoardView((state) => state.pinned.includes(view.area));
  const togglePin = useBoardView((state) => state.togglePin);
  const name = words.nameOf(view.area);
  const turnout = words.sentenceOf(view);
  return (
    <li data-stale={view.stale} data-pinned={isPinned}>
      <span className="ranking-rank">{rank ?? ''}</span>
      <button
        type="button"
        className="ranking-name"
        aria-pressed={isPinned}
        aria-label={t(isPinned ? 'comb.unpin' : 'comb.pin', { area: name, turnout })}
        onClick={() => togglePin(view.area)}
      >
        <BandChip view={view} ground="paper" /> {name}
        {view.polls === 'open' ? <span className="ring" aria-hidden="true" /> : null}
      </button>
      <span className="ranking-increase">
        {increase === null ? (words.noteOf(view) ?? '') : formatPoints(increase, language, 2)}
      </span>
      <button
        type="button"
        className="ranking-figure"
        aria-label={t('comb.figure', { area: name, turnout })}
        onClick={() => at !== null && open(view.area, at)}
      >
        {words.figureOf(view)}
      </button>
    </li>
  );
}

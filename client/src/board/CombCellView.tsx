import type { AreaId } from '@yavka/shared/ids';
import type { ReactElement } from 'react';
import { memo } from 'react';

import { useFeed } from '../feed/store.ts';
import { CombCurve } from '../charts/CombCurve.tsx';
import { useTranslation } from '../ui/use-translation.ts';
import { useModel } from './model-store.ts';
import { PageLink } from './PageLink.tsx';
import { useAreaWords } from './use-area-words.ts';
import { useBoardView } from './view.ts';

/** Signs of a figure that fill a column. */
const wideFigure = 6;

/** One region of the comb. The curve puts it on the day's chart, the figure tells where it comes from, the name leads to its page. */
export const CombCellView = memo(function CombCellView({
  area,
  withNote = false,
  isNameLow = false,
  isShortLow = false,
}: {
  area: AreaId;
  /** Says the time of a stale figure in the cell: needed where no group's title says it. */
  withNote?: boolean;
  /** The name, and its abbreviation, stand a line lower than their neighbours'. */
  isNameLow?: boolean;
  isShortLow?: boolean;
}): ReactElement | null {
  const { t } = useTranslation('board');
  const words = useAreaWords();
  const cell = useModel((model) => model.comb.cells[area]);
  const at = useModel((model) => model.cutoff ?? model.curve.ticks[0]?.cutoff);
  const isPinned = useBoardView((view) => view.pinned.includes(area));
  const isSelected = useBoardView((view) => view.selected === area);
  const togglePin = useBoardView((view) => view.togglePin);
  const open = useBoardView((view) => view.openProvenance);
  const isCity = useFeed((feed) => feed.resolved?.pack.areas.find((each) => each.id === area)?.kind === 'city');
  if (cell === null || cell === undefined) return null;
  const { view } = cell;
  const turnout = words.sentenceOf(view);
  const name = words.nameOf(area);
  const short = words.abbreviationOf(area);
  const figure = words.figureOf(view);
  const note = withNote && view.shown !== null ? words.noteOf(view) : null;
  return (
    <li
      className="comb-cell"
      data-area={area}
      data-pinned={isPinned}
      data-selected={isSelected}
      data-stale={view.stale}
      data-city={isCity}
    >
      <button
        type="button"
        className="comb-pin"
        aria-pressed={isPinned}
        aria-label={t(isPinned ? 'comb.unpin' : 'comb.pin', { area: name, turnout })}
        onClick={() => togglePin(area)}
      >
        <CombCurve cell={cell} />
      </button>
      <button
        type="button"
        className="comb-figure"
        data-quality={view.quality ?? 'none'}
        aria-label={t('comb.figure', { area: name, turnout })}
        onClick={() => at !== null && at !== undefined && open(area, at)}
      >
        <b data-wide={figure.length > wideFigure}>{figure}</b>
        {note === null ? null : <i>{note}</i>}
      </button>
      <PageLink to={{ page: 'regions', area }} className="comb-name">
        <span className="comb-name-whole" data-low={isNameLow}>
          {name}
        </span>
        {/* A name that is its own abbreviation is not shouted. */}
        <abbr title={name} data-low={isShortLow}>
          {short.toUpperCase() === name.toUpperCase() ? name : short}
        </abbr>
      </PageLink>
    </li>
  );
});

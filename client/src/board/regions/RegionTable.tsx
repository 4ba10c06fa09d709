import type { RankSpan } from '@yavka/shared/analysis/rank-spans-of';
import { formatSigned, pointsUnit } from '@yavka/shared/format/number';
import { formatTime } from '@yavka/shared/format/time';
import type { EarlierVote } from '@yavka/shared/pack/pack';
import type { ReactElement } from 'react';
import { memo } from 'react';
import { useTranslation } from '../../ui/use-translation.ts';

import { useFeed } from '../../feed/store.ts';
import { useLanguage } from '../../ui/language.ts';
import { BandChip } from '../BandChip.tsx';
import type { CombCell, CombGroup } from '../comb-model.ts';
import { useModel } from '../model-store.ts';
import { PageLink } from '../PageLink.tsx';
import { useAreaWords } from '../use-area-words.ts';
import { useCutoffLabel } from '../use-cutoff-label.ts';
import { useGroupTitle } from '../use-group-title.ts';
import { useBoardView } from '../view.ts';
import { MoveMark } from './MoveMark.tsx';
import { TurnoutBar } from './TurnoutBar.tsx';
import { useVoteMarks } from './use-vote-marks.ts';
import { useStepDuration } from '../use-step-duration.ts';

const ownColumns = 8;

/** The regions in rows: place and move, figure, bar, growth, and what it is compared with. */
export function RegionTable({ groups }: { groups: readonly CombGroup[] }): ReactElement {
  const { t } = useTranslation('regions');
  const language = useLanguage();
  const labelOf = useCutoffLabel();
  const titleOf = useGroupTitle();
  const step = useStepDuration();
  const cutoff = useModel((model) => model.cutoff);
  const votes = useFeed((feed) => feed.resolved?.pack.earlierVotes) ?? [];
  const marks = useVoteMarks();
  const unit = pointsUnit(language);
  return (
    <table className="region-table">
      <caption className="only-heard">
        {cutoff === null ? t('table.captionNone') : t('table.caption', { label: labelOf(cutoff) })}
      </caption>
      <thead>
        <tr>
          <th scope="col" className="col-rank">
            {t('table.rank')}
          </th>
          <th scope="col" className="col-name">
            {t('table.region')}
          </th>
          <th scope="col" className="col-figure">
            {t('table.turnout')}
          </th>
          <th scope="col" className="col-bar">
            <CountryHead />
          </th>
          <th scope="col" className="col-points">
            {step === null ? t('table.increase', { unit }) : t('table.increaseIn', { duration: step, unit })}
          </th>
          <th scope="col" className="col-points col-country">
            {t('table.toCountry')}
          </th>
          {votes.map((vote) => (
            <th key={vote.id} scope="col" className="col-points col-vote">
              {t('table.toVote', { vote: vote.shortTitle[language] })}
              {marks.some((mark) => mark.vote === vote.id) ? '*' : ''}
            </th>
          ))}
          <th scope="col" className="col-polls">
            {t('table.polls')}
          </th>
          <th scope="col" className="col-pin">
            {t('table.compare')}
          </th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={`${group.kind} ${group.reason ?? group.since ?? ''}`}>
          {titleOf(group) === null ? null : (
            <tr className="region-group">
              <th scope="rowgroup" colSpan={ownColumns + votes.length}>
                {titleOf(group)}
              </th>
            </tr>
          )}
          {group.areas.map((area) => (
            <RegionRow key={area} area={area} votes={votes} withNote={group.kind === 'all'} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** The country's line, named where it begins. */
function CountryHead(): ReactElement {
  const { t } = useTranslation('regions');
  const words = useAreaWords();
  const national = useModel((model) => model.national);
  if (national?.shown == null) return <span>{t('table.bar')}</span>;
  return <span>{t('table.barCountry', { turnout: words.figureOf(national) })}</span>;
}

const RegionRow = memo(function RegionRow({
  area,
  votes,
  withNote,
}: {
  area: string;
  votes: readonly EarlierVote[];
  withNote: boolean;
}): ReactElement | null {
  const { t } = useTranslation('regions');
  const { t: board } = useTranslation('board');
  const language = useLanguage();
  const words = useAreaWords();
  const cell = useModel((model) => model.comb.cells[area]);
  const at = useModel((model) => model.cutoff ?? model.curve.ticks[0]?.cutoff ?? null);
  const country = useModel((model) => countryOf(model.national.shown?.turnout));
  const isPinned = useBoardView((view) => view.pinned.includes(area));
  const togglePin = useBoardView((view) => view.togglePin);
  const open = useBoardView((view) => view.openProvenance);
  const isCity = useFeed((feed) => feed.resolved?.pack.areas.find((each) => each.id === area)?.kind === 'city');
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  if (cell === null || cell === undefined) return null;
  const { view } = cell;
  const name = words.nameOf(area);
  const points = (hundredths: number | null, decimals: 0 | 1 | 2 = 2): string =>
    hundredths === null ? '' : formatSigned(hundredths, language, decimals);
  // Where a group's title says it for all, no row says it again.
  const note = withNote ? words.noteOf(view) : null;
  return (
    <tr data-area={area} data-stale={view.stale} data-pinned={isPinned}>
      <td className="col-rank">
        <RankText rank={cell.rank} /> <MoveMark move={cell.move} />
      </td>
      <th scope="row" className="col-name" data-city={isCity}>
        <span className="region-name">
          <BandChip view={view} ground="paper" />
          <span>
            <PageLink to={{ page: 'regions', area }}>{name}</PageLink>
            {view.polls === 'open' ? <span className="ring" aria-hidden="true" /> : null}
            {isCorrected(cell) ? <span className="stamp">{t('table.corrected')}</span> : null}
            {note === null ? null : <span className="region-note">{note}</span>}
          </span>
        </span>
      </th>
      <td className="col-figure">
        <button
          type="button"
          aria-label={board('comb.figure', { area: name, turnout: words.sentenceOf(view) })}
          onClick={() => at !== null && open(area, at)}
        >
          {words.figureOf(view)}
        </button>
      </td>
      <td className="col-bar">
        <TurnoutBar view={view} country={country} />
      </td>
      <td className="col-points">{points(cell.increase)}</td>
      <td className="col-points col-country">{points(cell.toCountry)}</td>
      {votes.map((vote) => {
        const same = cell.sameHour.find((each) => each.vote === vote.id);
        return (
          <td key={vote.id} className="col-points col-vote" data-break={same?.isBreak ?? false}>
            {same?.isBreak === true ? t('table.break') : points(same?.difference ?? null, same?.decimals)}
          </td>
        );
      })}
      <td className="col-polls">
        {view.polls === 'open' && view.closesAt !== null
          ? t('polls.until', { time: formatTime(view.closesAt, offset) })
          : view.polls === 'notYetOpen' && view.opensAt !== null
            ? t('polls.from', { time: formatTime(view.opensAt, offset) })
            : t(`polls.${view.polls}`)}
      </td>
      <td className="col-pin">
        <button
          type="button"
          aria-pressed={isPinned}
          aria-label={t(isPinned ? 'pin.off' : 'pin.on', { area: name })}
          onClick={() => togglePin(area)}
        >
          <span aria-hidden="true" />
        </button>
      </td>
    </tr>
  );
});

/** A settled place, or the places that are left open. */
function RankText({ rank }: { rank: RankSpan | null }): ReactElement | null {
  const { t } = useTranslation('regions');
  if (rank === null) return null;
  if (rank.best === rank.worst) return <b>{rank.best}</b>;
  return <span className="rank-open">{t('rank.between', { best: rank.best, worst: rank.worst })}</span>;
}

function countryOf(turnout: { readonly min: number; readonly max: number } | undefined): number | null {
  return turnout !== undefined && turnout.min === turnout.max ? turnout.min : null;
}

function isCorrected({ view }: CombCell): boolean {
  return view.shown?.corrected === true;
}

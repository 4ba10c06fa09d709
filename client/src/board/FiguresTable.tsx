import { settledRankOf } from '@yavka/shared/analysis/rank-spans-of';
import { isExact } from '@yavka/shared/figures/turnout';
import { formatPoints } from '@yavka/shared/format/number';
import type { ReactElement } from 'react';

import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { BandChip } from './BandChip.tsx';
import type { CombCell } from './comb-model.ts';
import { useModel } from './model-store.ts';
import type { RailNotch } from './rail-model.ts';
import { PageLink } from './PageLink.tsx';
import { useAreaWords } from './use-area-words.ts';
import { useCutoffLabel } from './use-cutoff-label.ts';
import { useBoardView } from './view.ts';
import './figures-table.css';

/** By what a column orders the regions, and which way. */
const columns = [
  { key: 'rank', order: null, sort: 'none' },
  { key: 'area', order: 'name', sort: 'ascending' },
  { key: 'turnout', order: 'turnout', sort: 'descending' },
  { key: 'increase', order: 'increase', sort: 'descending' },
  { key: 'state', order: null, sort: 'none' },
] as const;

/** The map's figures as a table: the same cutoff, the same words, in an order that the headers change. */
export function FiguresTable(): ReactElement {
  const { t } = useTranslation('board');
  const labelOf = useCutoffLabel();
  const comb = useModel((model) => model.comb);
  const cutoff = useModel((model) => model.cutoff);
  const order = useBoardView((view) => view.order);
  const orderBy = useBoardView((view) => view.orderBy);
  const cells = (comb?.groups ?? []).flatMap((group) => group.areas.flatMap((area) => comb?.cells[area] ?? []));
  return (
    <div className="figures-table" tabIndex={0} role="group" aria-label={t('table.captionNone')}>
      <table>
        <caption className="only-heard">
          {cutoff === null ? t('table.captionNone') : t('table.caption', { label: labelOf(cutoff) })}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                {...(column.order === null ? {} : { 'aria-sort': column.order === order ? column.sort : 'none' })}
              >
                {column.order === null ? (
                  t(`table.${column.key}`)
                ) : (
                  <button type="button" onClick={() => orderBy(column.order)}>
                    {t(`table.${column.key}`)}
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <CountryRow />
          {cells.map((cell) => (
            <FigureRow key={cell.view.area} cell={cell} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The country stands over its regions, in no order with them. */
function CountryRow(): ReactElement | null {
  const { t } = useTranslation('board');
  const words = useAreaWords();
  const language = useLanguage();
  const national = useModel((model) => model.national);
  const increase = useModel((model) => countryIncreaseOf(model.rail));
  const open = useBoardView((view) => view.openProvenance);
  if (national === null) return null;
  const { shown } = national;
  return (
    <tr className="figures-country">
      <td aria-hidden="true">–</td>
      <th scope="row">{t('table.country')}</th>
      <td>
        <button
          type="button"
          disabled={shown === null}
          onClick={() => shown !== null && open(national.area, shown.cutoff)}
        >
          {words.figureOf(national)}
        </button>
      </td>
      <td>{increase === null ? '' : formatPoints(increase, language, 2)}</td>
      <td>{words.noteOf(national)}</td>
    </tr>
  );
}

/** Since the cutoff before the shown one; null unless both are exact. */
function countryIncreaseOf(rail: readonly RailNotch[]): number | null {
  const place = rail.findIndex((notch) => notch.state === 'shown');
  const [before, now] = [rail[place - 1]?.turnout ?? null, rail[place]?.turnout ?? null];
  return before === null || now === null || !isExact(before) || !isExact(now) ? null : now.min - before.min;
}

function FigureRow({ cell }: { cell: CombCell }): ReactElement {
  const language = useLanguage();
  const words = useAreaWords();
  const open = useBoardView((view) => view.openProvenance);
  const at = useModel((model) => model.cutoff);
  const { view, increase, rank } = cell;
  const note = words.noteOf(view);
  return (
    <tr data-area={view.area} data-stale={view.stale} data-open={view.polls === 'open' ? '' : undefined}>
      <td>{settledRankOf(rank) ?? ''}</td>
      <th scope="row">
        <BandChip view={view} ground="ink" />{' '}
        <PageLink to={{ page: 'regions', area: view.area }}>{words.nameOf(view.area)}</PageLink>
      </th>
      <td>
        <button type="button" disabled={at === null} onClick={() => at !== null && open(view.area, at)}>
          {words.figureOf(view)}
        </button>
      </td>
      <td>{increase === null ? '' : formatPoints(increase, language, 2)}</td>
      <td>{[note, words.pollsOf(view)].filter((part) => part !== null).join(' · ')}</td>
    </tr>
  );
}

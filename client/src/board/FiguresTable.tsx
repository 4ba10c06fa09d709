import { formatPoints } from '@yavka/shared/format/number';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

import { useLanguage } from '../ui/language.ts';
import { BandChip } from './BandChip.tsx';
import type { CombCell } from './comb-model.ts';
import { useModel } from './model-store.ts';
import { useAreaWords } from './use-area-words.ts';
import { useCutoffLabel } from './use-cutoff-label.ts';
import { useBoardView } from './view.ts';

/** The map's figures as a table: the same cutoff, the same words, for eyes and readers that want rows. */
export function FiguresTable(): ReactElement {
  const { t } = useTranslation('board');
  const labelOf = useCutoffLabel();
  const comb = useModel((model) => model.comb);
  const cutoff = useModel((model) => model.cutoff);
  const cells = (comb?.groups ?? []).flatMap((group) => group.areas.flatMap((area) => comb?.cells[area] ?? []));
  return (
    <div className="figures-table" tabIndex={0} role="region" aria-label={t('table.captionNone')}>
      <table>
        <caption>{cutoff === null ? t('table.captionNone') : t('table.caption', { label: labelOf(cutoff) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('table.area')}</th>
            <th scope="col">{t('table.turnout')}</th>
            <th scope="col">{t('table.increase')}</th>
            <th scope="col">{t('table.state')}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => (
            <FigureRow key={cell.view.area} cell={cell} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FigureRow({ cell }: { cell: CombCell }): ReactElement {
  const language = useLanguage();
  const words = useAreaWords();
  const open = useBoardView((view) => view.openProvenance);
  const at = useModel((model) => model.cutoff);
  const { view, increase } = cell;
  const note = words.noteOf(view);
  return (
    <tr data-stale={view.stale}>
      <th scope="row">
        <BandChip view={view} ground="ink" /> {words.nameOf(view.area)}
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

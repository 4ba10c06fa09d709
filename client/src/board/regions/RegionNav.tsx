import { settledRankOf } from '@yavka/shared/analysis/rank-spans-of';
import type { AreaId } from '@yavka/shared/ids';
import type { ReactElement } from 'react';

import { useTranslation } from '../../ui/use-translation.ts';
import { useModel } from '../model-store.ts';
import { PageLink } from '../PageLink.tsx';
import { useAreaWords } from '../use-area-words.ts';

/** To the regions before and after this one, in the order in which the reader has them, and back to all. */
export function RegionNav({ area }: { area: AreaId }): ReactElement {
  const { t } = useTranslation('regions');
  const groups = useModel((model) => model.comb.groups) ?? [];
  const order = groups.flatMap((group) => group.areas);
  const place = order.indexOf(area);
  const before = place < 0 ? undefined : order[place - 1];
  const after = place < 0 ? undefined : order[place + 1];
  return (
    <nav className="region-nav" aria-label={t('nav.label')}>
      {before === undefined ? <span /> : <NavLink area={before} to="before" />}
      <PageLink to={{ page: 'regions', area: null }}>{t('nav.all')}</PageLink>
      {after === undefined ? <span /> : <NavLink area={after} to="after" />}
    </nav>
  );
}

function NavLink({ area, to }: { area: AreaId; to: 'before' | 'after' }): ReactElement {
  const { t } = useTranslation('regions');
  const words = useAreaWords();
  const cell = useModel((model) => model.comb.cells[area]);
  const rank = settledRankOf(cell?.rank ?? null);
  return (
    <PageLink to={{ page: 'regions', area }} className="region-nav-link">
      <svg width="8" height="10" viewBox="0 0 8 10" aria-hidden="true" data-to={to}>
        <path d={to === 'before' ? 'M8 0V10L0 5Z' : 'M0 0V10L8 5Z'} />
      </svg>
      <span>
        <span className="only-heard">{t(`nav.${to}`)} </span>
        {rank === null ? '' : `${rank} `}
        {words.nameOf(area)}
      </span>
    </PageLink>
  );
}

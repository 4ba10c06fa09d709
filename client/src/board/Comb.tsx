import { formatBound } from '@yavka/shared/format/number';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { CombCellView } from './CombCellView.tsx';
import { combScaleOf } from './comb-scale.ts';
import type { CombGroup } from './comb-model.ts';
import { useModel } from './model-store.ts';
import { useCutoffLabel } from './use-cutoff-label.ts';
import { useGroupTitle } from './use-group-title.ts';
import type { CombOrder } from './view.ts';
import { useBoardView } from './view.ts';

const orders: readonly CombOrder[] = ['turnout', 'commission', 'increase'];

/** All regions side by side: the day so far as a line, the shown figure as a column in its band's colour. */
export function Comb(): ReactElement {
  const { t } = useTranslation('board');
  const labelOf = useCutoffLabel();
  const groups = useModel((model) => model.comb.groups);
  const cutoff = useModel((model) => model.cutoff);
  return (
    <section className="comb" id="regions" aria-labelledby="regions-title">
      <div className="section-head">
        <h2 id="regions-title">{t('section.regions')}</h2>
        <p className="section-note">
          {cutoff === null ? '' : `${labelOf(cutoff)} · `}
          {t('comb.none')} · <b className="is-open">{t('comb.open')}</b> · <OrderSwitch />
        </p>
      </div>
      <div className="comb-plot">
        <CombScale />
        <ul className="comb-groups">
          {(groups ?? []).map((group) => (
            <CombGroupView key={`${group.kind} ${group.reason ?? group.since ?? ''}`} group={group} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function CombGroupView({ group }: { group: CombGroup }): ReactElement {
  const label = useGroupTitle()(group);
  return (
    <li className="comb-group" data-kind={group.kind} style={{ flexGrow: group.areas.length }}>
      {label === null ? null : <h3>{label}</h3>}
      <ul style={{ gridTemplateColumns: `repeat(${group.areas.length}, minmax(0, 1fr))` }}>
        {group.areas.map((area) => (
          <CombCellView key={area} area={area} withNote={group.kind === 'all'} />
        ))}
      </ul>
    </li>
  );
}

/** Two lines across all columns, at edges of the pack's bands. */
function CombScale(): ReactElement {
  const language = useLanguage();
  const bands = useFeed((feed) => feed.resolved?.pack.bands);
  return (
    <div className="comb-scale" aria-hidden="true">
      {combScaleOf(bands ?? []).map(({ edge, fraction }) => (
        <span key={edge} style={{ bottom: `${fraction * 100}%` }}>
          {formatBound(edge, language)}
        </span>
      ))}
    </div>
  );
}

function OrderSwitch(): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const order = useBoardView((view) => view.order);
  const orderBy = useBoardView((view) => view.orderBy);
  const commission = useFeed((feed) => feed.resolved?.pack.commission.shortNames[language]) ?? '';
  return (
    <span className="order-switch" role="group" aria-label={t('comb.order')}>
      {t('comb.order')}:{' '}
      {orders.map((each) => (
        <button key={each} type="button" aria-pressed={each === order} onClick={() => orderBy(each)}>
          {t(`order.${each}`, { commission })}
        </button>
      ))}
    </span>
  );
}

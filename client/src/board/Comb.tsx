import type { ReactElement } from 'react';

import { useTranslation } from '../ui/use-translation.ts';
import { CombPlot } from './CombPlot.tsx';
import { useModel } from './model-store.ts';
import { OrderButtons } from './OrderButtons.tsx';
import { PageLink } from './PageLink.tsx';
import { useCutoffLabel } from './use-cutoff-label.ts';

/** All regions side by side: the day so far as a line, the shown figure as a column in its band's colour. */
export function Comb(): ReactElement {
  const { t } = useTranslation('board');
  const labelOf = useCutoffLabel();
  const groups = useModel((model) => model.comb.groups);
  const cutoff = useModel((model) => model.cutoff);
  const isAnyOpen = useModel((model) => Object.values(model.comb.cells).some(({ view }) => view.polls === 'open'));
  return (
    <section className="comb" id="regions" aria-labelledby="regions-title">
      <div className="section-head">
        <h2 id="regions-title">
          <PageLink to={{ page: 'regions', area: null }}>{t('section.regions')}</PageLink>
        </h2>
        <p className="section-note">
          {cutoff === null ? '' : `${labelOf(cutoff)} · `}
          {t('comb.none')} ·{' '}
          {isAnyOpen === true ? (
            <>
              <b className="is-open">{t('comb.open')}</b> ·{' '}
            </>
          ) : null}
          <OrderSwitch />
        </p>
      </div>
      <CombPlot groups={groups ?? []} />
    </section>
  );
}

function OrderSwitch(): ReactElement {
  const { t } = useTranslation('board');
  return (
    <span className="order-switch" role="group" aria-label={t('comb.order')}>
      {t('comb.order')}: <OrderButtons isShort />
    </span>
  );
}

import { formatTime } from '@yavka/shared/format/time';
import type { AreaId } from '@yavka/shared/ids';
import type { ReactElement } from 'react';
import { useMemo } from 'react';

import { useViewedState } from '../../feed/viewed.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { useModel } from '../model-store.ts';
import { PageLink } from '../PageLink.tsx';
import { DispatchItem } from './DispatchItem.tsx';
import { dispatchesOf } from './dispatches-of.ts';
import './dispatches.css';

/** What was reported of one area; said where nothing was. */
export function AreaDispatches({ area }: { area: AreaId }): ReactElement {
  const { t } = useTranslation('dispatches');
  const state = useViewedState((viewed) => viewed);
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  const dispatches = useMemo(() => (state === null ? [] : dispatchesOf(state, area)), [state, area]);
  const newest = dispatches[0];
  return (
    <section className="dispatches" aria-labelledby="area-dispatches-title">
      <div className="section-head">
        <h2 id="area-dispatches-title">
          <PageLink to={{ page: 'dispatches', area: null }}>{t('title')}</PageLink>
        </h2>
        <p className="section-note">
          {newest === undefined ? '' : t('newest', { time: formatTime(newest.at, offset) })}
        </p>
      </div>
      {newest === undefined ? <p className="dispatches-none">{t('noneHere')}</p> : null}
      <ol className="dispatch-list">
        {dispatches.map((dispatch) => (
          <DispatchItem key={dispatch.dispatchId} dispatch={dispatch} />
        ))}
      </ol>
    </section>
  );
}

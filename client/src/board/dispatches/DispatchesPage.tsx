import type { DispatchState } from '@yavka/shared/dispatches/dispatch';
import { officialResponseSchema } from '@yavka/shared/dispatches/dispatch';
import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';

import { useViewedState } from '../../feed/viewed.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { useAreaWords } from '../use-area-words.ts';
import { DispatchAxis } from './DispatchAxis.tsx';
import { DispatchItem } from './DispatchItem.tsx';
import type { DispatchPart } from './dispatches-of.ts';
import { dispatchesOf, isOfPart } from './dispatches-of.ts';
import './dispatches.css';

const everything: DispatchPart = { area: null, response: null };

/** What was reported beside the figures: who says so, where and when, and what the officials answered. */
export function DispatchesPage(): ReactElement {
  const { t } = useTranslation('dispatches');
  const state = useViewedState((viewed) => viewed);
  const [part, setPart] = useState(everything);
  const all = useMemo(() => (state === null ? [] : dispatchesOf(state)), [state]);
  const kept = all.filter((dispatch) => isOfPart(dispatch, part));
  return (
    <section className="dispatches" aria-labelledby="dispatches-title">
      <div className="section-head">
        <h2 id="dispatches-title">{t('title')}</h2>
        <p className="section-note">{t('note')}</p>
      </div>
      <DispatchAxis dispatches={all} />
      {all.length === 0 ? (
        <p className="dispatches-none">{t('none')}</p>
      ) : (
        <>
          <Tools all={all} part={part} choose={setPart} />
          {kept.length === 0 ? (
            <p className="dispatches-none" role="status">
              {t('noneOfPart')}
            </p>
          ) : null}
          <ol className="dispatch-list">
            {kept.map((dispatch) => (
              <DispatchItem key={dispatch.dispatchId} dispatch={dispatch} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function Tools({
  all,
  part,
  choose,
}: {
  all: readonly DispatchState[];
  part: DispatchPart;
  choose: (part: DispatchPart) => void;
}): ReactElement {
  const { t } = useTranslation('dispatches');
  const words = useAreaWords();
  const areas = [...new Set(all.map(({ area }) => area))];
  const responses = officialResponseSchema.options.filter((each) =>
    all.some(({ officialResponse }) => officialResponse === each),
  );
  return (
    <div className="dispatch-tools">
      <label>
        {t('tool.area')}
        <select
          value={part.area ?? ''}
          onChange={(event) => choose({ ...part, area: event.target.value === '' ? null : event.target.value })}
        >
          <option value="">{t('tool.everywhere')}</option>
          {areas.map((area) => (
            <option key={area} value={area}>
              {words.nameOf(area)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('tool.response')}
        <select
          value={part.response ?? ''}
          onChange={(event) =>
            choose({ ...part, response: responses.find((each) => each === event.target.value) ?? null })
          }
        >
          <option value="">{t('tool.any')}</option>
          {responses.map((response) => (
            <option key={response} value={response}>
              {t(`response.${response}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

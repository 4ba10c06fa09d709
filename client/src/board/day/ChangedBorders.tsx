import type { Together } from '@yavka/shared/analysis/together-of';
import { isExact } from '@yavka/shared/figures/turnout';
import { formatHundredths, formatTurnout } from '@yavka/shared/format/number';
import type { ReactElement } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useLanguage } from '../../ui/language.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { useModel } from '../model-store.ts';
import { useAreaWords } from '../use-area-words.ts';
import { useCutoffLabel } from '../use-cutoff-label.ts';
import { useBoardView } from '../view.ts';
import type { DayPageModel } from './day-page-model.ts';

/** Areas whose borders have changed since the earlier votes: never one to one, but each parent with what was cut from it. */
export function ChangedBorders({ model }: { model: DayPageModel }): ReactElement | null {
  const { t } = useTranslation('day');
  const language = useLanguage();
  const labelOf = useCutoffLabel();
  const cutoff = useModel((each) => each.cutoff);
  const votes = useFeed((feed) => feed.resolved?.pack.earlierVotes);
  if (model.together.length === 0) return null;
  const year = model.together[0]?.since.slice(0, 4) ?? '';
  return (
    <section className="day-changed" aria-labelledby="changed-title">
      <div className="section-head">
        <h2 id="changed-title">{t('changed.title', { year })}</h2>
        <p className="section-note">{labelOf(cutoff)}</p>
      </div>
      <p className="day-note">{t('changed.note')}</p>
      <table className="page-table compared-table changed-table">
        <thead>
          <tr>
            <th scope="col">{t('changed.areas')}</th>
            <th scope="col">{t('changed.together')}</th>
            {(votes ?? []).map((vote) => (
              <th key={vote.id} scope="col" title={vote.title[language]}>
                {vote.shortTitle[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {model.together.map((each) => (
            <Row key={each.parent} together={each} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ together }: { together: Together }): ReactElement {
  const { t } = useTranslation('day');
  const language = useLanguage();
  const words = useAreaWords();
  const cutoff = useModel((model) => model.cutoff);
  const open = useBoardView((view) => view.openProvenance);
  const approachWidth = useFeed((feed) => feed.resolved?.pack.approachWidth);
  const whole = together.together;
  return (
    <tr>
      <th scope="row">
        {together.parts.map(({ area, turnout }) => (
          <span key={area} className="changed-part">
            {words.nameOf(area)}{' '}
            {turnout === null ? (
              <i>–</i>
            ) : (
              <button type="button" onClick={() => cutoff !== null && open(area, cutoff)}>
                {formatTurnout(turnout, language, approachWidth)}
              </button>
            )}
          </span>
        ))}
      </th>
      <td>
        {whole === null ? (
          t('changed.unknown')
        ) : isExact(whole) ? (
          formatHundredths(whole.min, language)
        ) : (
          <>
            {t('changed.between', {
              low: formatHundredths(whole.min, language),
              high: formatHundredths(whole.max, language),
            })}
          </>
        )}
      </td>
      {together.earlier.map(({ vote, published }) => (
        <td key={vote}>
          {published === null ? '–' : formatHundredths(published.hundredths, language, published.decimals)}
        </td>
      ))}
    </tr>
  );
}

import type { SameHour } from '@yavka/shared/analysis/same-hour-of';
import { formatHundredths, formatPoints, formatTurnout } from '@yavka/shared/format/number';
import type { ReactElement } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useLanguage } from '../../ui/language.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { useAreaWords } from '../use-area-words.ts';
import { useCutoffLabel } from '../use-cutoff-label.ts';
import { useBoardView } from '../view.ts';
import type { ComparedCutoff, DayPageModel } from './day-page-model.ts';

/** The day beside earlier votes, hour by hour: their figures as they were published, and the difference in points. */
export function Comparison({ model }: { model: DayPageModel }): ReactElement {
  const { t } = useTranslation('day');
  const { t: board } = useTranslation('board');
  const language = useLanguage();
  const words = useAreaWords();
  const pack = useFeed((feed) => feed.resolved?.pack);
  const hidden = useBoardView((view) => view.hiddenVotes);
  const votes = (pack?.earlierVotes ?? []).filter((vote) => !hidden.includes(vote.id));
  const hasBreak = model.compared.some((row) => row.earlier.some((each) => each.isBreak));
  const subject = model.focus === pack?.root ? board('curve.country') : words.nameOf(model.focus);
  return (
    <section className="day-compared" aria-labelledby="compared-title">
      <div className="section-head">
        <h2 id="compared-title">{t('compared.title')}</h2>
        <p className="section-note">{t('compared.note', { area: subject })}</p>
      </div>
      <table className="page-table compared-table">
        <caption className="only-heard">{t('compared.caption', { area: subject })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('compared.hour')}</th>
            <th scope="col">{pack?.date.slice(0, 4)}</th>
            {votes.map((vote) => (
              <th key={vote.id} scope="col" title={vote.title[language]}>
                {vote.shortTitle[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {model.compared.map((row) => (
            <Row key={row.cutoff} row={row} area={model.focus} votes={votes.map((vote) => vote.id)} />
          ))}
        </tbody>
      </table>
      {hasBreak ? <p className="day-note">{t('compared.break', { area: subject })}</p> : null}
    </section>
  );
}

function Row({ row, area, votes }: { row: ComparedCutoff; area: string; votes: readonly string[] }): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const labelOf = useCutoffLabel();
  const open = useBoardView((view) => view.openProvenance);
  const approachWidth = useFeed((feed) => feed.resolved?.pack.approachWidth);
  const label = labelOf(row.cutoff);
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="compared-own">
        {row.turnout === null ? (
          <span className="compared-missing">{row.missing === null ? '–' : t(`missing.${row.missing}`)}</span>
        ) : (
          <button type="button" aria-label={t('ledger.open', { label })} onClick={() => open(area, row.cutoff)}>
            {formatTurnout(row.turnout, language, approachWidth)}
          </button>
        )}
      </td>
      {votes.map((vote) => (
        <Earlier key={vote} at={row.earlier.find((each) => each.vote === vote)} />
      ))}
    </tr>
  );
}

/** An earlier value with the decimals it was published with, and how far this one is from it. */
function Earlier({ at }: { at: SameHour | undefined }): ReactElement {
  const { t } = useTranslation('day');
  const language = useLanguage();
  if (at === undefined || at.published === null || at.isBreak) {
    return (
      <td className="compared-none">
        {at?.isBreak === true ? t('compared.breakShort') : <span aria-label={t('compared.gap')}>–</span>}
      </td>
    );
  }
  return (
    <td title={at.mark?.[language]}>
      <span className="compared-then">
        {formatHundredths(at.published.hundredths, language, at.published.decimals)}
        {at.mark === null ? '' : '*'}
      </span>
      {at.difference === null ? null : (
        <b data-sign={Math.sign(at.difference)}>{formatPoints(at.difference, language, at.decimals)}</b>
      )}
    </td>
  );
}

import { isCorrection } from '@yavka/shared/figures/figure';
import type { TurnoutInterval } from '@yavka/shared/figures/turnout';
import { formatCount, formatTurnout } from '@yavka/shared/format/number';
import type { FigureState } from '@yavka/shared/log/state';
import type { ReactElement } from 'react';
import { memo, useState } from 'react';
import * as z from 'zod/mini';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useSourceName } from '../ui/use-source-name.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { CorrectionForm } from './CorrectionForm.tsx';
import { SendingNote } from './SendingNote.tsx';
import { standOf } from './stand-of.ts';
import { useCommandForm } from './use-command-form.ts';

/** The figures of one announcement as they stand now, each with the way to correct it. */
export function EnteredFigures({
  figures,
  announcementId,
}: {
  readonly figures: readonly FigureState[];
  readonly announcementId: string;
}): ReactElement {
  const { t } = useTranslation('desk');
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">{t('column.area')}</th>
          <th scope="col" className="figure-cell">
            {t('column.turnout')}
          </th>
          <th scope="col" className="figure-cell">
            {t('column.ballots')}
          </th>
          <th scope="col">{t('column.words')}</th>
          <th scope="col">{t('column.state')}</th>
          <th scope="col">
            <span className="only-heard">{t('correct.open')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <EnteredFigure key={figure.key.figureId} figure={figure} announcementId={announcementId} />
        ))}
      </tbody>
    </table>
  );
}

const nothing = z.object({});

const EnteredFigure = memo(function EnteredFigure({
  figure,
  announcementId,
}: {
  readonly figure: FigureState;
  readonly announcementId: string;
}): ReactElement | null {
  const { t } = useTranslation('desk');
  const language = useLanguage();
  const sourceName = useSourceName();
  const pack = useFeed((feed) => feed.resolved?.pack);
  const [isCorrecting, setCorrecting] = useState(false);
  const { figureId, area, cutoff } = figure.key;
  const newest = figure.revisions.at(-1);
  const saidIn = newest?.announcementId ?? '';
  const wordsLanguage = useFeed((feed) => feed.state?.announcements[saidIn]?.language);
  const verify = useCommandForm(`verify.${figureId}.${String(newest?.revision ?? 0)}`, nothing, {});
  if (newest === undefined) return null;
  const name = pack?.areas.find(({ id }) => id === area)?.names[language] ?? area;
  const label = pack?.cutoffs.find(({ id }) => id === cutoff)?.label[language] ?? cutoff;
  const stand = standOf(newest);
  const inWords = (turnout: TurnoutInterval): string => formatTurnout(turnout, language, pack?.approachWidth);
  const isSaidOtherwise = figure.contradictions.some((said) => said.announcementId === announcementId);
  const isOwn = figure.revisions.some((revision) => revision.announcementId === announcementId);
  return (
    <>
      <tr data-figure={figureId} data-revision={newest.revision} data-state={stand}>
        <th scope="row">{name}</th>
        <td className="figure-cell figure-value">{newest.turnout === null ? '–' : inWords(newest.turnout)}</td>
        <td className="figure-cell">{newest.ballots === null ? '' : formatCount(newest.ballots, language)}</td>
        <td className="source-words" lang={wordsLanguage ?? undefined}>
          {newest.words}
        </td>
        <td>
          <span className="state-tag" data-state={stand}>
            {t(`state.${stand}`)}
          </span>
          {newest.revision > 1 ? (
            <span className="revision" title={newest.reason ?? undefined}>
              {' '}
              {t('revision.number', { revision: newest.revision })} ·{' '}
              {isCorrection(newest.kind) ? t(`correct.kind.${newest.kind}`) : t('revision.refined')}
            </span>
          ) : null}
          {isOwn || isSaidOtherwise ? null : <span className="revision"> {t('state.confirmed')}</span>}
          {figure.contradictions.map(
            ({ announcementId: contradictedIn, enteredAt, source, turnout, ballots, reason }) => (
              <p
                key={`${contradictedIn ?? ''} ${String(enteredAt)}`}
                className="field-note"
                data-contradiction={source}
              >
                {t('state.contradicted', {
                  source: sourceName(source),
                  value: turnout === null ? formatCount(ballots ?? 0, language) : inWords(turnout),
                  reason,
                })}
              </p>
            ),
          )}
          {newest.verifiedAt === null && (newest.announcementId === null || isCorrection(newest.kind)) ? (
            <button
              type="button"
              className="text-button"
              disabled={verify.isBusy}
              onClick={() =>
                verify.submit((commandId) => ({
                  type: 'VerifyFigures',
                  commandId,
                  refs: [{ figureId, revision: newest.revision }],
                }))
              }
            >
              {t('verify.figure')}
            </button>
          ) : null}
          <SendingNote sending={verify.sending} />
        </td>
        <td>
          <button
            type="button"
            className="text-button"
            aria-expanded={isCorrecting}
            aria-label={t('correct.openLabel', { area: name, cutoff: label })}
            onClick={() => setCorrecting(!isCorrecting)}
          >
            {t('correct.open')}
          </button>
        </td>
      </tr>
      {isCorrecting ? (
        <tr className="correction-row">
          <td colSpan={6}>
            <CorrectionForm figure={figure} name={name} label={label} onClose={() => setCorrecting(false)} />
          </td>
        </tr>
      ) : null}
    </>
  );
});

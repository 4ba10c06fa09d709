import { formatCount, formatTurnout } from '@yavka/shared/format/number';
import { formatTimeWithSeconds } from '@yavka/shared/format/time';
import type { FigureState, RevisionState } from '@yavka/shared/log/state';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useModel } from './model-store.ts';

/** Every released revision of a figure, newest first, with its kind and reason; nothing is overwritten. */
export function ProvenanceRevisions({
  figure,
  revisions,
}: {
  figure: FigureState;
  revisions: readonly RevisionState[];
}): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  const approachWidth = useFeed((feed) => feed.resolved?.pack.approachWidth);
  return (
    <section className="provenance-revisions">
      <h3>{t('provenance.revisions')}</h3>
      <ol>
        {revisions.map((revision) => (
          <li key={revision.revision} data-kind={revision.kind}>
            <b>{revision.turnout === null ? '–' : formatTurnout(revision.turnout, language, approachWidth)}</b>{' '}
            {t('provenance.revision', { number: revision.revision })} · {t(`kind.${revision.kind}`)}
            {revision.releasedAt === null ? '' : ` · ${formatTimeWithSeconds(revision.releasedAt, offset)}`}
            {revision.reason === null ? null : <q>{revision.reason}</q>}
            {revision.overrides.map((override) => (
              <span key={`${override.check} ${override.area ?? ''}`} className="provenance-override">
                {t('provenance.overrides')} ({override.check}): <q>{override.reason}</q>
              </span>
            ))}
          </li>
        ))}
      </ol>
      {figure.confirmations.length === 0 ? null : (
        <p>{t('provenance.confirmed', { number: figure.confirmations.length })}</p>
      )}
      {figure.contradictions.length === 0 ? null : (
        <>
          <p>{t('provenance.contradicted')}</p>
          <ul className="provenance-contradictions">
            {figure.contradictions.map(({ announcementId, enteredAt, source, turnout, ballots, reason }) => (
              <li key={`${announcementId ?? ''} ${String(enteredAt)}`}>
                <b>
                  {[
                    turnout === null ? null : formatTurnout(turnout, language, approachWidth),
                    ballots === null ? null : formatCount(ballots, language),
                  ]
                    .filter((value) => value !== null)
                    .join(' · ')}
                </b>{' '}
                · {source} <q>{reason}</q>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

import { formatCount, formatTurnout } from '@yavka/shared/format/number';
import { formatTimeWithSeconds } from '@yavka/shared/format/time';
import type { FigureState, RevisionState } from '@yavka/shared/log/state';
import type { ReactElement } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useSourceName } from '../ui/use-source-name.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { useModel } from './model-store.ts';
import { OriginLink } from './OriginLink.tsx';

/** Every released revision of a figure, newest first, with its kind and reason; nothing is overwritten. */
export function ProvenanceRevisions({
  figure,
  revisions,
  shown,
}: {
  figure: FigureState;
  revisions: readonly RevisionState[];
  /** The revision that is told of beside the list, where one is. */
  shown?: number;
}): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const sourceName = useSourceName();
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  const approachWidth = useFeed((feed) => feed.resolved?.pack.approachWidth);
  return (
    <section className="provenance-revisions">
      <h3>{t('provenance.revisions')}</h3>
      <ol>
        {revisions.map((revision) => (
          <li key={revision.revision} data-kind={revision.kind}>
            <OriginLink area={figure.key.area} cutoff={figure.key.cutoff} revision={revision.revision}>
              <b>{revision.turnout === null ? '–' : formatTurnout(revision.turnout, language, approachWidth)}</b>{' '}
              {t('provenance.revision', { number: revision.revision })}
            </OriginLink>{' '}
            {revision.revision === shown ? <span className="tag">{t('provenance.shownHere')}</span> : null} ·{' '}
            {t(`kind.${revision.kind}`)}
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
                · {sourceName(source)} <q>{reason}</q>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

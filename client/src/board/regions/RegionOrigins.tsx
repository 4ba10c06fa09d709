import { describeTurnout } from '@yavka/shared/format/number';
import type { ReactElement } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useLanguage } from '../../ui/language.ts';
import { useSourceName } from '../../ui/use-source-name.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { ProvenanceRevisions } from '../ProvenanceRevisions.tsx';
import { ProvenanceWords } from '../ProvenanceWords.tsx';
import { useCutoffLabel } from '../use-cutoff-label.ts';
import type { RegionOrigin } from './region-origins-of.ts';
import type { RegionPageModel } from './region-page-model.ts';

/** Every figure of the region with the words it came from, its revisions, who confirmed and who contradicted it. */
export function RegionOrigins({ model }: { model: RegionPageModel }): ReactElement {
  const { t } = useTranslation('regions');
  const { origins } = model;
  return (
    <section className="region-origins" aria-labelledby="region-origins-title">
      <div className="section-head">
        <h2 id="region-origins-title">{t('origins.title')}</h2>
        <p className="section-note">{t('origins.note')}</p>
      </div>
      {origins.length === 0 ? <p className="region-empty">{t('origins.none')}</p> : null}
      {origins.map((origin, index) => (
        <Origin key={origin.cutoff} origin={origin} isOpenAtFirst={index === 0} />
      ))}
    </section>
  );
}

function Origin({ origin, isOpenAtFirst }: { origin: RegionOrigin; isOpenAtFirst: boolean }): ReactElement {
  const { t } = useTranslation('regions');
  const { t: board } = useTranslation('board');
  const language = useLanguage();
  const labelOf = useCutoffLabel();
  const sourceName = useSourceName();
  const approachWidth = useFeed((feed) => feed.resolved?.pack.approachWidth);
  const { cutoff, figure, revision, revisions, announcement, confirmations } = origin;
  const isGone = revision.kind === 'withdrawn' || revision.turnout === null;
  const marks = [
    revisions.length === 1 ? null : t('origins.revisions', { number: revisions.length }),
    confirmations.length === 0 ? null : board('provenance.confirmed', { number: confirmations.length }),
    figure.contradictions.length === 0 ? null : t('origins.contradicted', { number: figure.contradictions.length }),
  ].filter((mark) => mark !== null);
  return (
    <details className="region-origin" open={isOpenAtFirst} data-cutoff={cutoff}>
      <summary>
        <time>{labelOf(cutoff)}</time>
        <b>
          {isGone || revision.turnout === null
            ? board('kind.withdrawn')
            : describeTurnout(revision.turnout, language, approachWidth)}
        </b>
        <span>
          {[sourceName(announcement?.source ?? revision.carrier ?? ''), ...marks]
            .filter((mark) => mark !== '')
            .join(' · ')}
        </span>
        <code title={announcement?.releasedHash ?? undefined}>{shortHash(announcement?.releasedHash ?? null)}</code>
      </summary>
      <div className="region-origin-body">
        <ProvenanceWords revision={revision} announcement={announcement} />
        <div>
          <ProvenanceRevisions figure={figure} revisions={revisions} />
          {confirmations.map((each) => (
            <p key={each.announcementId} className="region-confirmation">
              {t('origins.confirmed', {
                source: each.source === null ? board('provenance.notKnown') : sourceName(each.source),
              })}{' '}
              {each.words === '' ? null : (
                <q className="source-voice" lang={each.language ?? undefined}>
                  {each.words}
                </q>
              )}
            </p>
          ))}
        </div>
      </div>
    </details>
  );
}

/** The first four and the last three signs: enough to compare by eye. */
function shortHash(hash: string | null): string {
  return hash === null ? '' : `${hash.slice(0, 4)}…${hash.slice(-3)}`;
}

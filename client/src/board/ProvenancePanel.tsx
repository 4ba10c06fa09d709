import { formatHours } from '@yavka/shared/format/time';
import type { AreaId } from '@yavka/shared/ids';
import type { ReactElement } from 'react';
import { useEffect, useMemo, useRef } from 'react';

import { useFeed } from '../feed/store.ts';
import { useViewedNow, useViewedState } from '../feed/viewed.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { useModel } from './model-store.ts';
import { OriginLink } from './OriginLink.tsx';
import { PageLink } from './PageLink.tsx';
import { provenanceOf } from './provenance-model.ts';
import { ProvenanceRevisions } from './ProvenanceRevisions.tsx';
import { ProvenanceTimes } from './ProvenanceTimes.tsx';
import { ProvenanceValue } from './ProvenanceValue.tsx';
import { ProvenanceWords } from './ProvenanceWords.tsx';
import { useAreaWords } from './use-area-words.ts';
import { useCutoffLabel } from './use-cutoff-label.ts';
import type { FigureAsked } from './view-address.ts';
import { useBoardView } from './view.ts';

/** The origin of one figure: its words, its times, its revisions. */
export function ProvenancePanel({ asked }: { readonly asked: FigureAsked }): ReactElement | null {
  const { area, cutoff } = asked;
  const { t } = useTranslation('board');
  const language = useLanguage();
  const words = useAreaWords();
  const labelOf = useCutoffLabel();
  const close = useBoardView((view) => view.closeProvenance);
  const panel = useRef<HTMLElement>(null);
  const state = useViewedState((viewed) => viewed);
  const resolved = useFeed((feed) => feed.resolved);
  const now = useViewedNow(60_000);
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  const provenance = useMemo(
    () => (state === null || resolved === null || now === null ? null : provenanceOf(state, resolved, asked, now)),
    [state, resolved, asked, now],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [close]);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement || before instanceof SVGElement) before.focus({ preventScroll: true });
    };
  }, [area, cutoff]);
  if (provenance === null || resolved === null) return null;
  const { view, figure, revision, isStanding } = provenance;
  const shownCutoff = isStanding ? (view.shown?.cutoff ?? figure?.key.cutoff ?? cutoff) : cutoff;
  return (
    <aside className="provenance" ref={panel} tabIndex={-1} aria-labelledby="provenance-title" data-area={area}>
      <div className="section-head">
        <h2 id="provenance-title">{t('section.provenance')}</h2>
        <button type="button" className="provenance-close" onClick={close}>
          {t('provenance.close')} <span aria-hidden="true">×</span>
        </button>
      </div>
      <p className="provenance-subject">
        {t('provenance.at', { area: words.fullNameOf(area), label: labelOf(shownCutoff) })}
        {area === resolved.pack.root ? null : (
          <PageLink to={{ page: 'regions', area }} className="provenance-region">
            {t('provenance.region')}
          </PageLink>
        )}
      </p>
      {isStanding || revision === null ? null : (
        <p className="provenance-stale">
          {t('provenance.replaced', { number: revision.revision })}{' '}
          <OriginLink area={area} cutoff={cutoff}>
            {t('provenance.toStanding')}
          </OriginLink>
        </p>
      )}
      {isStanding && view.stale && view.shown !== null && view.missing !== null ? (
        <p className="provenance-stale">
          {t('provenance.stale', {
            wanted: labelOf(cutoff),
            reason: t(`missing.${view.missing}`),
            shown: labelOf(view.shown.cutoff),
          })}
        </p>
      ) : null}
      {isStanding && view.shown === null && view.missing !== null ? (
        <p className="provenance-none">{t('provenance.none', { reason: t(`missing.${view.missing}`) })}</p>
      ) : null}
      <ProvenanceValue provenance={provenance} />
      {revision === null || figure === null ? null : (
        <>
          <ProvenanceWords revision={revision} announcement={provenance.announcement} />
          <ProvenanceTimes provenance={provenance} figure={figure} revision={revision} />
          <ProvenanceRevisions figure={figure} revisions={provenance.revisions} shown={revision.revision} />
        </>
      )}
      <p className="provenance-polls">
        {t('provenance.stations')}: {words.pollsOf(view)}
        {view.opensAt === null || view.closesAt === null
          ? ''
          : ` (${formatHours(view.opensAt, view.closesAt, offset, language)})`}
      </p>
      <PinHere area={area} />
    </aside>
  );
}

function PinHere({ area }: { area: AreaId }): ReactElement | null {
  const { t } = useTranslation('board');
  const isRegion = useFeed((feed) => feed.resolved?.pack.root !== area);
  const isPinned = useBoardView((view) => view.pinned.includes(area));
  const togglePin = useBoardView((view) => view.togglePin);
  if (!isRegion) return null;
  return (
    <button type="button" className="provenance-pin" aria-pressed={isPinned} onClick={() => togglePin(area)}>
      {t(isPinned ? 'provenance.unpin' : 'provenance.pin')}
    </button>
  );
}

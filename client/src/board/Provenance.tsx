import { formatTime } from '@yavka/shared/format/time';
import type { AreaId, CutoffId } from '@yavka/shared/ids';
import type { ReactElement } from 'react';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { useElectionNow } from '../feed/clock.ts';
import { useFeed } from '../feed/store.ts';
import { useModel } from './model-store.ts';
import { provenanceOf } from './provenance-model.ts';
import { ProvenanceRevisions } from './ProvenanceRevisions.tsx';
import { ProvenanceTimes } from './ProvenanceTimes.tsx';
import { ProvenanceValue } from './ProvenanceValue.tsx';
import { ProvenanceWords } from './ProvenanceWords.tsx';
import { useAreaWords } from './use-area-words.ts';
import { useCutoffLabel } from './use-cutoff-label.ts';
import { useBoardView } from './view.ts';

/** Where a figure comes from. It stands beside the figures, never over the number that it explains. */
export function Provenance(): ReactElement | null {
  const asked = useBoardView((view) => view.provenance);
  return asked === null ? null : <ProvenancePanel area={asked.area} cutoff={asked.cutoff} />;
}

function ProvenancePanel({ area, cutoff }: { area: AreaId; cutoff: CutoffId }): ReactElement | null {
  const { t } = useTranslation('board');
  const words = useAreaWords();
  const labelOf = useCutoffLabel();
  const close = useBoardView((view) => view.closeProvenance);
  const panel = useRef<HTMLElement>(null);
  const state = useFeed((feed) => feed.state);
  const resolved = useFeed((feed) => feed.resolved);
  const now = useElectionNow(60_000);
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  const provenance = useMemo(
    () =>
      state === null || resolved === null || now === null ? null : provenanceOf(state, resolved, area, cutoff, now),
    [state, resolved, area, cutoff, now],
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
  const { view, figure, revision } = provenance;
  const shownCutoff = view.shown?.cutoff ?? figure?.key.cutoff ?? cutoff;
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
      </p>
      {view.stale && view.shown !== null && view.missing !== null ? (
        <p className="provenance-stale">
          {t('provenance.stale', {
            wanted: labelOf(cutoff),
            reason: t(`missing.${view.missing}`),
            shown: labelOf(view.shown.cutoff),
          })}
        </p>
      ) : null}
      {view.shown === null && view.missing !== null ? (
        <p className="provenance-none">{t('provenance.none', { reason: t(`missing.${view.missing}`) })}</p>
      ) : null}
      <ProvenanceValue provenance={provenance} />
      {revision === null || figure === null ? null : (
        <>
          <ProvenanceWords revision={revision} announcement={provenance.announcement} />
          <ProvenanceTimes provenance={provenance} figure={figure} revision={revision} />
          <ProvenanceRevisions figure={figure} revisions={provenance.revisions} />
        </>
      )}
      <p className="provenance-polls">
        {t('provenance.stations')}: {words.pollsOf(view)}
        {view.opensAt === null || view.closesAt === null
          ? ''
          : ` (${formatTime(view.opensAt, offset)}–${formatTime(view.closesAt, offset)})`}
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

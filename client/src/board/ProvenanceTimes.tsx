import { formatDate, formatTime, formatTimeWithSeconds } from '@yavka/shared/format/time';
import type { InstantMs } from '@yavka/shared/ids';
import type { FigureState, RevisionState } from '@yavka/shared/log/state';
import type { ReactElement } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { useModel } from './model-store.ts';
import { paintedKey, usePainted } from './painted.ts';
import type { Provenance } from './provenance-model.ts';

/** The four times of a figure, kept apart: the commission's, and when it was received, verified and painted here. */
export function ProvenanceTimes({
  provenance,
  figure,
  revision,
}: {
  provenance: Provenance;
  figure: FigureState;
  revision: RevisionState;
}): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  const resolved = useFeed((feed) => feed.resolved);
  const painted = usePainted(({ times }) => times.get(paintedKey(figure.key.figureId, revision.revision)) ?? null);
  const cutoff = resolved?.pack.cutoffs.find((each) => each.id === figure.key.cutoff);
  const asOf = cutoff === undefined ? null : (resolved?.cutoffInstants[cutoff.id] ?? null);
  const capital = resolved?.pack.capital.timeLabel[language] ?? '';
  const exactly = (at: InstantMs | null): string =>
    at === null ? t('provenance.notKnown') : formatTimeWithSeconds(at, offset);
  const stated = provenance.announcement?.asOf ?? null;
  return (
    <section className="provenance-times">
      <h3>
        {t('provenance.times')} <span>{capital}</span>
      </h3>
      <dl>
        <div>
          <dt>{t('provenance.asOf')}</dt>
          <dd>
            {stated ??
              (asOf === null ? formatDate(cutoff?.localDate ?? '', language, 'short') : formatTime(asOf, offset))}
          </dd>
        </div>
        <div>
          <dt>{t('provenance.received')}</dt>
          <dd>{exactly(provenance.announcement?.receivedAt ?? revision.enteredAt)}</dd>
        </div>
        <div>
          <dt>{t('provenance.verified')}</dt>
          <dd>{exactly(revision.verifiedAt)}</dd>
        </div>
        <div>
          <dt>{t('provenance.painted')}</dt>
          <dd>{exactly(painted)}</dd>
        </div>
      </dl>
    </section>
  );
}

import { formatTimeWithSeconds } from '@yavka/shared/format/time';
import type { ReactElement } from 'react';

import { useTranslation } from '../../ui/use-translation.ts';
import { useModel } from '../model-store.ts';
import { OriginLink } from '../OriginLink.tsx';
import { PageLink } from '../PageLink.tsx';
import { useAreaWords } from '../use-area-words.ts';
import { useCutoffLabel } from '../use-cutoff-label.ts';
import { useBoardView } from '../view.ts';
import type { CorrectionMade } from './announcements-of.ts';
import { useFigureText } from './use-figure-text.ts';

/** What was corrected: the value before and after, of which kind, why and when. */
export function Corrections({
  corrections,
  withAnnouncement = false,
}: {
  readonly corrections: readonly CorrectionMade[];
  /** Leads from each to the announcement that it corrects. */
  readonly withAnnouncement?: boolean;
}): ReactElement | null {
  if (corrections.length === 0) return null;
  return (
    <ol className="corrections">
      {corrections.map((correction) => {
        const { area, cutoff, after } = correction;
        return (
          <Correction
            key={`${area} ${cutoff} ${String(after.revision)}`}
            correction={correction}
            withAnnouncement={withAnnouncement}
          />
        );
      })}
    </ol>
  );
}

function Correction({
  correction: { area, cutoff, before, after, of },
  withAnnouncement,
}: {
  readonly correction: CorrectionMade;
  readonly withAnnouncement: boolean;
}): ReactElement {
  const { t } = useTranslation('announcements');
  const { nameOf } = useAreaWords();
  const labelOf = useCutoffLabel();
  const textOf = useFigureText();
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  const openAnnouncement = useBoardView((view) => view.openAnnouncement);
  return (
    <li>
      <p className="correction-head">
        <span className="stamp">{t('correction')}</span>
        <PageLink to={{ page: 'regions', area }}>{nameOf(area)}</PageLink> {labelOf(cutoff)}
      </p>
      <p className="correction-values">
        {before === null ? null : (
          <OriginLink area={area} cutoff={cutoff} revision={before.revision}>
            <s>{textOf(before)}</s>
          </OriginLink>
        )}
        <span className="only-heard">{t('becomes')}</span>
        <i aria-hidden="true" className="correction-arrow" />
        <OriginLink area={area} cutoff={cutoff} revision={after.revision}>
          <b>{after.kind === 'withdrawn' ? t('noValue') : textOf(after)}</b>
        </OriginLink>
      </p>
      <p>
        {t(`kind.${after.kind}`)}
        {after.releasedAt === null ? '' : ` · ${formatTimeWithSeconds(after.releasedAt, offset)}`}
        {after.reason === null ? null : (
          <>
            {' · '}
            <q>{after.reason}</q>
          </>
        )}
      </p>
      {withAnnouncement && of !== null ? (
        <button type="button" className="correction-of" onClick={() => openAnnouncement(of)}>
          {t('toAnnouncement')}
        </button>
      ) : null}
    </li>
  );
}

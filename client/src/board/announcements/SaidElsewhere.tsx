import { formatTime } from '@yavka/shared/format/time';
import { formatCount } from '@yavka/shared/format/number';
import { pluralFormOf } from '@yavka/shared/format/plural';
import type { ReactElement } from 'react';

import { useLanguage } from '../../ui/language.ts';
import { useSourceName } from '../../ui/use-source-name.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { useModel } from '../model-store.ts';
import { OriginLink } from '../OriginLink.tsx';
import { PageLink } from '../PageLink.tsx';
import { useAreaWords } from '../use-area-words.ts';
import { useCutoffLabel } from '../use-cutoff-label.ts';
import { useBoardView } from '../view.ts';
import type { AnnouncementShown, SaidOtherwise } from './announcements-of.ts';
import { useFigureText } from './use-figure-text.ts';

/** Who says the same, and who says otherwise: both values, by whom, and why ours stands. */
export function SaidElsewhere({ shown }: { readonly shown: AnnouncementShown }): ReactElement | null {
  const { t } = useTranslation('announcements');
  const language = useLanguage();
  const openAnnouncement = useBoardView((view) => view.openAnnouncement);
  const sourceName = useSourceName();
  const { confirmedBy, otherwise } = shown;
  return (
    <>
      {confirmedBy.length === 0 ? null : (
        <section className="said-part">
          <h4>{t('confirmed')}</h4>
          <ul className="confirmed">
            {confirmedBy.map(({ announcementId, source, figures }) => (
              <li key={announcementId}>
                <button type="button" onClick={() => openAnnouncement(announcementId)}>
                  {sourceName(source)}
                </button>
                : {t(`confirmed.of_${pluralFormOf(figures, language)}`, { number: formatCount(figures, language) })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {otherwise.length === 0 ? null : (
        <section className="said-part">
          <h4>{t('otherwise')}</h4>
          <ul className="otherwise">
            {otherwise.map((each) => (
              <Otherwise
                key={`${each.area} ${each.cutoff} ${each.said.source} ${String(each.said.enteredAt)}`}
                otherwise={each}
                own={each.said.announcementId === shown.announcement.announcementId}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Otherwise({
  otherwise: { area, cutoff, said, stands, standsBy },
  own,
}: {
  readonly otherwise: SaidOtherwise;
  /** Whether it is this very announcement that says otherwise. */
  readonly own: boolean;
}): ReactElement {
  const { t } = useTranslation('announcements');
  const { nameOf } = useAreaWords();
  const labelOf = useCutoffLabel();
  const sourceName = useSourceName();
  const textOf = useFigureText();
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  return (
    <li>
      <p>
        <PageLink to={{ page: 'regions', area }}>{nameOf(area)}</PageLink> {labelOf(cutoff)}
      </p>
      <dl>
        <div>
          <dt>{own ? t('otherwise.here') : sourceName(said.source)}</dt>
          <dd>
            <s>{textOf(said)}</s>
          </dd>
        </div>
        <div>
          <dt>
            {t('otherwise.stands')}
            {standsBy === null ? '' : `: ${sourceName(standsBy)}`}
          </dt>
          <dd>
            <OriginLink area={area} cutoff={cutoff} revision={stands?.revision}>
              <b>{stands === null ? '–' : textOf(stands)}</b>
            </OriginLink>
          </dd>
        </div>
      </dl>
      <p>
        {t('otherwise.why')} <q>{said.reason}</q> · {formatTime(said.enteredAt, offset)}
      </p>
    </li>
  );
}

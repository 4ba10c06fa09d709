import type { AreaView } from '@yavka/shared/analysis/area-view';
import {
  describeTurnout,
  formatBound,
  formatCount,
  formatHundredths,
  formatPercent,
} from '@yavka/shared/format/number';
import { formatDate } from '@yavka/shared/format/time';
import type { Language } from '@yavka/shared/ids';
import type { Band } from '@yavka/shared/pack/pack';
import type { ReactElement } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import type { Translate } from '../ui/use-translation.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { BandChip } from './BandChip.tsx';
import type { Provenance } from './provenance-model.ts';

/** The stated number beside the computed one, what both rest on, and the band that colours it. */
export function ProvenanceValue({ provenance }: { provenance: Provenance }): ReactElement | null {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const pack = useFeed((feed) => feed.resolved?.pack);
  const { view, revision, isStanding, basis, basisUrl, computed } = provenance;
  // What stands is as the board shows it; a revision that was replaced, or withdrawn, is as it was said.
  const shown = isStanding ? view.shown : null;
  if (pack === undefined || revision === null || (isStanding && shown === null)) return null;
  const turnout = shown?.turnout ?? revision.turnout;
  return (
    <dl className="provenance-value">
      <dt>{t('provenance.stated')}</dt>
      <dd>
        <b>{turnout === null ? '–' : describeTurnout(turnout, language, pack.approachWidth)}</b>{' '}
        <span className="tag">{t(`status.${revision.status}`)}</span>
      </dd>
      {shown === null ? null : (
        <>
          <dt>{t('provenance.quality')}</dt>
          <dd>{view.quality === null ? '' : t(`quality.${view.quality}`)}</dd>
          <dt>{t('provenance.band')}</dt>
          <dd>
            <BandChip view={view} ground="paper" /> {bandText(t, view, pack.bands, language)}
          </dd>
        </>
      )}
      <dt>{t('provenance.ballots')}</dt>
      <dd>{revision.ballots === null ? t('provenance.notKnown') : formatCount(revision.ballots, language)}</dd>
      <dt>{t('provenance.basis')}</dt>
      <dd>
        {basis === null ? (
          t('provenance.basisNone')
        ) : (
          <>
            {formatCount(basis.value, language)} · {basis.label[language]}, {formatDate(basis.asOf, language)}
            {basisUrl === null ? null : (
              <>
                {' · '}
                <SourceLink url={basisUrl} />
              </>
            )}
          </>
        )}
      </dd>
      <dt>
        {revision.ballots !== null && basis !== null
          ? t('provenance.computed', {
              ballots: formatCount(revision.ballots, language),
              electorate: formatCount(basis.value, language),
            })
          : t('provenance.computedNone')}
      </dt>
      <dd>{computed === null ? '–' : formatPercent(computed, language)}</dd>
    </dl>
  );
}

/** A source's address by its host, when it is an address; else as the pack words it. */
function SourceLink({ url }: { url: string }): ReactElement {
  if (!/^https?:\/\//.test(url)) return <span>{url}</span>;
  return (
    <a href={url} rel="noreferrer noopener" target="_blank">
      {new URL(url).hostname.replace(/^www\./, '')}
    </a>
  );
}

function bandText(t: Translate, view: AreaView, bands: readonly Band[], language: Language): string {
  const nameOf = (index: number): string => {
    const band = bands[index];
    return band === undefined ? '' : `${formatBound(band.min, language)}–${formatHundredths(band.max, language, 0)}`;
  };
  const { place } = view;
  if (place === null) return t('provenance.notKnown');
  return place.kind === 'within'
    ? nameOf(place.band)
    : t('provenance.bandAcross', { low: nameOf(place.low), high: nameOf(place.high) });
}

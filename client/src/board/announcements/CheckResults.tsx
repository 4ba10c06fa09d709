import type { ReactElement } from 'react';
import { useMemo } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useViewedState } from '../../feed/viewed.ts';
import { useLanguage } from '../../ui/language.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import type { AnnouncementShown } from './announcements-of.ts';
import type { CheckResult } from './check-results-of.ts';
import { checkResultsOf } from './check-results-of.ts';

/** Which checks ran on what an announcement says, and what they found: computed here, from what is public. */
export function CheckResults({ shown }: { readonly shown: AnnouncementShown }): ReactElement | null {
  const { t } = useTranslation('announcements');
  const language = useLanguage();
  const state = useViewedState((viewed) => viewed);
  const resolved = useFeed((feed) => feed.resolved);
  const results = useMemo(
    () => (state === null || resolved === null ? [] : checkResultsOf(shown, state, resolved)),
    [shown, state, resolved],
  );
  if (shown.told.length === 0) return null;
  const found = results.filter(({ outcome }) => outcome === 'found');
  return (
    <section className="said-part">
      <h4>
        {t('checks')} <span>{t('checksNote')}</span>
      </h4>
      {found.map(({ check, findings, reasons }) => (
        <div key={check} className="check-found">
          {findings.map((finding) => (
            <p key={finding.message.en} data-severity={finding.severity}>
              <b>
                {t(`severity.${finding.severity}`)} · {t(`check.${check}`)}
              </b>{' '}
              {finding.message[language]}
            </p>
          ))}
          {reasons.map(({ area, reason }) => (
            <p key={`${area ?? ''} ${reason}`} className="check-reason">
              {t('taken')} <q>{reason}</q>
            </p>
          ))}
        </div>
      ))}
      <Others results={results} outcome="nothing" />
      <Others results={results} outcome="silent" />
    </section>
  );
}

/** The checks that found nothing, or had nothing to compare with, by their names. */
function Others({
  results,
  outcome,
}: {
  readonly results: readonly CheckResult[];
  readonly outcome: 'nothing' | 'silent';
}): ReactElement | null {
  const { t } = useTranslation('announcements');
  const names = results.filter((result) => result.outcome === outcome).map(({ check }) => t(`check.${check}`));
  if (names.length === 0) return null;
  return <p className="check-others">{t(`outcome.${outcome}`, { checks: names.join(', ') })}</p>;
}

import { formatTimeWithSeconds } from '@yavka/shared/format/time';
import type { Language } from '@yavka/shared/ids';
import { languages } from '@yavka/shared/ids';
import { capitalOffsetOf } from '@yavka/shared/pack/capital-offset-of';
import type { ReactElement } from 'react';

import { useElectionNow } from '../feed/clock.ts';
import { useFeed } from '../feed/store.ts';
import { setLanguage, useLanguage } from '../ui/language.ts';
import { TicketLogo } from '../ui/TicketLogo.tsx';
import { useTranslation } from '../ui/use-translation.ts';
import { LinkLamp } from './LinkLamp.tsx';
import { signOut } from './session.ts';

/** Each language by its own name, the same in all three. */
const languageNames: Record<Language, { short: string; full: string }> = {
  kk: { short: 'Қаз', full: 'Қазақша' },
  ru: { short: 'Рус', full: 'Русский' },
  en: { short: 'Eng', full: 'English' },
};

/** Which log one is working in, whether the link stands, and the election's time. */
export function DeskHeader({ isOpen }: { readonly isOpen: boolean }): ReactElement {
  const { t } = useTranslation('desk');
  const language = useLanguage();
  const mode = useFeed((feed) => feed.state?.mode);
  return (
    <header className="desk-header">
      <h1>
        <TicketLogo />
        <span className="only-heard">{t('desk.title')}</span>
      </h1>
      {isOpen ? (
        <nav aria-label={t('nav.label')}>
          <a href="#announcement">{t('nav.announcement')}</a>
          <a href="#entered">{t('nav.entered')}</a>
          <a href="#stations">{t('nav.stations')}</a>
        </nav>
      ) : null}
      <div className="desk-state">
        {isOpen && mode !== undefined ? (
          <span className="mode-tag" data-mode={mode}>
            {t(`mode.${mode}`)}
          </span>
        ) : null}
        {isOpen ? <LinkLamp /> : null}
        <DeskClock />
        <div className="languages" role="group" aria-label={t('language.label')}>
          {languages.map((each) => (
            <button
              key={each}
              type="button"
              lang={each}
              aria-pressed={each === language}
              aria-label={languageNames[each].full}
              onClick={() => setLanguage(each)}
            >
              {languageNames[each].short}
            </button>
          ))}
        </div>
        {isOpen ? (
          <button type="button" className="text-button" onClick={signOut}>
            {t('token.leave')}
          </button>
        ) : null}
      </div>
    </header>
  );
}

function DeskClock(): ReactElement | null {
  const language = useLanguage();
  const now = useElectionNow();
  const resolved = useFeed((feed) => feed.resolved);
  if (now === null || resolved === null) return null;
  return (
    <p className="desk-clock">
      <b>{formatTimeWithSeconds(now, capitalOffsetOf(resolved))}</b> {resolved.pack.capital.timeLabel[language]}
    </p>
  );
}

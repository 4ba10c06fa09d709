import { formatDate, formatTime } from '@yavka/shared/format/time';
import type { Language } from '@yavka/shared/ids';
import { languages } from '@yavka/shared/ids';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

import { useElectionNow } from '../feed/clock.ts';
import { useFeed } from '../feed/store.ts';
import { setLanguage, useLanguage } from '../ui/language.ts';
import { TicketLogo } from '../ui/TicketLogo.tsx';
import { Lamps } from './Lamps.tsx';
import { useModel } from './model-store.ts';
import { useIsNarrow } from './use-is-narrow.ts';

/** Each language by its own name, the same in all three. */
const languageNames: Record<Language, { short: string; full: string }> = {
  kk: { short: 'Қаз', full: 'Қазақша' },
  ru: { short: 'Рус', full: 'Русский' },
  en: { short: 'Eng', full: 'English' },
};

/** Which election, on which day, how the three lamps stand, and the capital's clock. */
export function Header(): ReactElement {
  const language = useLanguage();
  const isNarrow = useIsNarrow();
  const title = useFeed((feed) => feed.resolved?.pack.title[language]);
  const date = useFeed((feed) => feed.resolved?.pack.date);
  return (
    <header className="head">
      <TicketLogo theme={isNarrow ? 'ink' : 'paper'} />
      <h1 className="head-title">
        {title ?? ''} {date === undefined ? null : <span>· {formatDate(date, language)}</span>}
      </h1>
      <Lamps />
      <CapitalClock />
      <LanguageSwitch />
    </header>
  );
}

function CapitalClock(): ReactElement {
  const language = useLanguage();
  const now = useElectionNow();
  const offset = useModel((model) => model.capitalOffset);
  const label = useFeed((feed) => feed.resolved?.pack.capital.timeLabel[language]);
  return (
    <p className="head-clock" role="timer">
      <b>{now === null || offset === null ? '' : formatTime(now, offset)}</b> {label ?? ''}
    </p>
  );
}

function LanguageSwitch(): ReactElement {
  const { t } = useTranslation('board');
  const current = useLanguage();
  return (
    <div className="languages" role="group" aria-label={t('language.label')}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === current}
          aria-label={languageNames[language].full}
          onClick={() => setLanguage(language)}
        >
          {languageNames[language].short}
        </button>
      ))}
    </div>
  );
}

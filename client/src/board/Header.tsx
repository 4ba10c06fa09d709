import { formatDate, formatTime, localDateOf } from '@yavka/shared/format/time';
import type { Language } from '@yavka/shared/ids';
import { languages } from '@yavka/shared/ids';
import type { ReactElement } from 'react';

import { useElectionNow } from '../feed/clock.ts';
import { useFeed } from '../feed/store.ts';
import { setLanguage, useLanguage } from '../ui/language.ts';
import { TicketLogo } from '../ui/TicketLogo.tsx';
import { useTranslation } from '../ui/use-translation.ts';
import { Lamps } from './Lamps.tsx';
import { LinkNotice } from './LinkNotice.tsx';
import { useNewest } from './model-store.ts';
import { PageNav } from './PageNav.tsx';
import { useIsNarrow } from './use-is-narrow.ts';
import { useBoardView } from './view.ts';

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
      <div className="head-words">
        <h1 className="head-title">
          {title ?? ''} {date === undefined ? null : <span>· {formatDate(date, language)}</span>}
        </h1>
        <LinkNotice />
        {isNarrow ? null : <PageNav at="head" />}
      </div>
      <Lamps />
      <CapitalClock />
      <LanguageSwitch />
    </header>
  );
}

function CapitalClock(): ReactElement {
  const language = useLanguage();
  const now = useElectionNow();
  const offset = useNewest((known) => known.capitalOffset);
  const label = useFeed((feed) => feed.resolved?.pack.capital.timeLabel[language]);
  const electionDay = useFeed((feed) => feed.resolved?.pack.date);
  const today = now === null || offset === null ? null : localDateOf(now, offset);
  return (
    <div className="head-clock">
      <p role="timer">
        {today === null || today === electionDay ? '' : `${formatDate(today, language, 'short')}, `}
        <b>{now === null || offset === null ? '' : formatTime(now, offset)}</b> {label ?? ''}
      </p>
      <MomentSwitch />
    </div>
  );
}

/** Opens and shuts the way through the log's moments: what was known at any other time than this. */
function MomentSwitch(): ReactElement {
  const { t } = useTranslation('board');
  const isOpen = useBoardView((view) => view.isLeafing || view.moment !== null);
  const leaf = useBoardView((view) => view.leaf);
  return (
    <button type="button" className="head-moment" aria-expanded={isOpen} onClick={() => leaf(!isOpen)}>
      {t('moment.open')}
    </button>
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

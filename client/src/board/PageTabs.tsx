import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

const tabs = [
  { target: 'now', word: 'nav.now' },
  { target: 'curve', word: 'section.curve' },
  { target: 'stations', word: 'section.stations' },
  { target: 'ledger', word: 'nav.ledger' },
] as const;

/** On a phone: links to the sections, always at hand at the foot of the screen. */
export function PageTabs(): ReactElement {
  const { t } = useTranslation('board');
  return (
    <nav className="page-tabs" aria-label={t('nav.label')}>
      {tabs.map(({ target, word }) => (
        <a
          key={target}
          href={`#${target}`}
          onClick={(event) => {
            event.preventDefault();
            document.getElementById(target)?.scrollIntoView();
          }}
        >
          {t(word)}
        </a>
      ))}
    </nav>
  );
}

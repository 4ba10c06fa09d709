import type { ReactElement } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { productVersion } from './product-version.ts';

/** What is measured, whose borders these are, and which version draws them. */
export function Footer(): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const credit = useFeed((feed) => feed.resolved?.pack.geometry?.credit[language]);
  return (
    <footer className="foot">
      <p>
        {t('footer.measure')} {credit === undefined ? '' : `${credit}.`}
      </p>
      <p>
        {t('footer.link')} · {t('footer.version', { version: productVersion })}
      </p>
    </footer>
  );
}

import { pathOfPlace } from '@yavka/shared/protocol/board-address';
import type { ReactElement } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { useModel } from './model-store.ts';
import { productVersion } from './product-version.ts';
import { useCutoffLabel } from './use-cutoff-label.ts';
import { searchOfView } from './view-address.ts';
import { useBoardView } from './view.ts';

/** What is measured, whose borders these are, and which version draws them. */
export function Footer(): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const credit = useFeed((feed) => feed.resolved?.pack.geometry?.credit[language]);
  return (
    <footer className="foot">
      <PrintedFrom />
      <p>
        {t('footer.measure')} {credit === undefined ? '' : `${credit}.`}
      </p>
      <p>
        {t('footer.link')} · {t('footer.version', { version: productVersion })}
      </p>
    </footer>
  );
}

/** Of a printed sheet: where it is from, and of what time its figures are. */
function PrintedFrom(): ReactElement {
  const { t } = useTranslation('board');
  const labelOf = useCutoffLabel();
  const view = useBoardView();
  const cutoff = useModel((model) => model.cutoff);
  const { origin, search } = window.location;
  return (
    <p className="printed-from">
      {cutoff === null ? '' : `${t('hero.asOf')} ${labelOf(cutoff)} · `}
      {origin}
      {pathOfPlace(view.place)}
      {searchOfView(view, search)}
    </p>
  );
}

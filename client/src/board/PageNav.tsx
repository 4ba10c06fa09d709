import type { ReactElement } from 'react';

import { useTranslation } from '../ui/use-translation.ts';
import { PageLink } from './PageLink.tsx';
import { offeredPages } from './pages.ts';
import { useBoardView } from './view.ts';

/** The way between the board's pages: under the election's name, and at the foot of a phone's screen. */
export function PageNav({ at }: { readonly at: 'head' | 'foot' }): ReactElement {
  const { t } = useTranslation('board');
  const current = useBoardView((view) => view.place.page);
  return (
    <nav className="page-nav" data-at={at} aria-label={t('nav.label')}>
      {offeredPages.map((page) => (
        <PageLink key={page} to={{ page, area: null }} isCurrent={page === current}>
          {t(`page.${page}`)}
        </PageLink>
      ))}
    </nav>
  );
}

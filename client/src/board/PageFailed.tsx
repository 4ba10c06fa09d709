import type { ReactElement } from 'react';

import { useTranslation } from '../ui/use-translation.ts';

/** The page's code did not come: the link is down, or the server has another version by now. */
export function PageFailed(): ReactElement {
  const { t } = useTranslation('board');
  return (
    <p className="page-failed" role="alert">
      {t('page.failed')}{' '}
      <button type="button" onClick={() => window.location.reload()}>
        {t('page.again')}
      </button>
    </p>
  );
}

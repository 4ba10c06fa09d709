import type { ReactElement } from 'react';
import { useEffect, useRef } from 'react';

import type { CodeWait } from '../feed/await-code.ts';
import { awaitMissingCode } from '../feed/await-missing-code.ts';
import { useTranslation } from '../ui/use-translation.ts';
import type { Failed } from './ChartBoundary.tsx';

interface Props extends Failed {
  readonly className?: string;
  /** The key of what is said; of a page when absent. */
  readonly words?: string;
}

/**
 * The page's code did not come: the link is down, or the server has another version by now. It is asked for again by
 * itself once the server answers, and by the button.
 */
export function PageFailed({ error, again, className = 'page-failed', words = 'page.failed' }: Props): ReactElement {
  const { t } = useTranslation('board');
  const wait = useRef<CodeWait | null>(null);
  useEffect(() => {
    const mine = awaitMissingCode(error, again);
    wait.current = mine;
    return () => mine?.stop();
  }, [error, again]);
  return (
    <p className={className} role="alert">
      {t(words)}{' '}
      <button type="button" onClick={() => (wait.current === null ? again() : wait.current.askNow())}>
        {t('page.again')}
      </button>
    </p>
  );
}

import { describeTurnout } from '@yavka/shared/format/number';
import type { Language } from '@yavka/shared/ids';
import type { ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { useNewest } from './model-store.ts';
import { useCutoffLabel } from './use-cutoff-label.ts';

/**
 * Says a new announcement once, in one sentence, to those who hear the page. What was there when the page opened is
 * not news, single figures are not read out, and nothing said of another log or in another language stays.
 */
export function Announcer(): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const labelOf = useCutoffLabel();
  const logId = useFeed((feed) => feed.state?.logId);
  const approachWidth = useFeed((feed) => feed.resolved?.pack.approachWidth);
  const newest = useNewest((known) => known.ledger[0] ?? null);
  const count = useNewest((known) => known.ledger.length);
  const seen = useRef<{ logId: string; count: number; language: Language } | null>(null);
  const [sentence, setSentence] = useState('');
  useEffect(() => {
    if (logId === undefined || count === null) return;
    const before = seen.current;
    seen.current = { logId, count, language };
    if (before?.logId !== logId || before.language !== language) {
      setSentence('');
      return;
    }
    if (count <= before.count || newest === null) return;
    const label = labelOf(newest.cutoff);
    setSentence(
      newest.national === null
        ? t('announce.newNoNational', { label })
        : t('announce.new', { label, turnout: describeTurnout(newest.national, language, approachWidth) }),
    );
  }, [logId, count, newest, labelOf, t, language, approachWidth]);
  return (
    <p className="only-heard" role="status" aria-live="polite" data-testid="announcer">
      {sentence}
    </p>
  );
}

import { describeTurnout } from '@yavka/shared/format/number';
import { formatTime } from '@yavka/shared/format/time';
import type { Language } from '@yavka/shared/ids';
import type { ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { useNewest } from './model-store.ts';
import type { ToldCorrection } from './told-corrections.ts';
import { useAreaWords } from './use-area-words.ts';
import { useCutoffLabel } from './use-cutoff-label.ts';

/** What a hearer knows already: of which log, in which language. */
interface Told {
  readonly logId: string;
  readonly language: Language;
  readonly count: number;
  readonly corrections: ReadonlySet<string>;
}

/**
 * Says a new announcement and each correction once, in a sentence, to those who hear the page, and that the link is
 * back; that it was lost the line in the header says. What was there when the page opened is not news, single figures
 * are not read out, and nothing said of another log or in another language stays.
 */
export function Announcer(): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const sentenceOf = useCorrectionSentence();
  const labelOf = useCutoffLabel();
  const logId = useFeed((feed) => feed.state?.logId);
  const approachWidth = useFeed((feed) => feed.resolved?.pack.approachWidth);
  const newest = useNewest((known) => known.ledger[0] ?? null);
  const count = useNewest((known) => known.ledger.length);
  const corrections = useNewest((known) => known.corrections);
  const seen = useRef<Told | null>(null);
  const [sentence, setSentence] = useState('');
  useEffect(() => {
    if (logId === undefined || count === null || corrections === null) return;
    const before = seen.current;
    seen.current = { logId, count, language, corrections: new Set(corrections.map(({ id }) => id)) };
    if (before?.logId !== logId || before.language !== language) {
      setSentence('');
      return;
    }
    const said = corrections.filter(({ id }) => !before.corrections.has(id)).map(sentenceOf);
    if (count > before.count && newest !== null) {
      const label = labelOf(newest.cutoff);
      said.unshift(
        newest.national === null
          ? t('announce.newNoNational', { label })
          : t('announce.new', { label, turnout: describeTurnout(newest.national, language, approachWidth) }),
      );
    }
    if (said.length > 0) setSentence(said.join('. '));
  }, [logId, count, newest, corrections, sentenceOf, labelOf, t, language, approachWidth]);
  return (
    <>
      <p className="only-heard" role="status" aria-live="polite" data-testid="announcer">
        {sentence}
      </p>
      <LinkBack />
    </>
  );
}

function useCorrectionSentence(): (correction: ToldCorrection) => string {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const { fullNameOf } = useAreaWords();
  const labelOf = useCutoffLabel();
  const offset = useNewest((known) => known.capitalOffset) ?? 0;
  const approachWidth = useFeed((feed) => feed.resolved?.pack.approachWidth);
  return ({ area, cutoff, from, to, at }) => {
    const what = {
      time: formatTime(at, offset),
      area: fullNameOf(area),
      label: labelOf(cutoff),
      from: describeTurnout(from, language, approachWidth),
    };
    if (to === null) return t('announce.withdrawn', what);
    return t('announce.corrected', { ...what, to: describeTurnout(to, language, approachWidth) });
  };
}

/** Says once that the link is there again, where it had been lost. */
function LinkBack(): ReactElement {
  const { t } = useTranslation('board');
  const status = useFeed((feed) => feed.link.status);
  const [wasLost, setWasLost] = useState(false);
  if (status === 'reconnecting' && !wasLost) setWasLost(true);
  return (
    <p className="only-heard" role="status" data-testid="link-back">
      {wasLost && status === 'live' ? t('announce.linkBack') : ''}
    </p>
  );
}

import { formatCount } from '@yavka/shared/format/number';
import type { ReactElement } from 'react';
import { useRef, useState } from 'react';

import { useLanguage } from '../../../ui/language.ts';
import { useTranslation } from '../../../ui/use-translation.ts';
import { useBoardView } from '../../view.ts';
import type { ChainFinding } from './prove-log.ts';
import type { Hasher } from './sha256.ts';

/** What the proof found: the head to compare with others', or the very entry at which the log breaks and what that means. */
export function ChainFindingView({
  finding,
  hasher,
}: {
  readonly finding: ChainFinding;
  readonly hasher: Hasher;
}): ReactElement {
  const { t } = useTranslation('announcements');
  const language = useLanguage();
  const openAnnouncement = useBoardView((view) => view.openAnnouncement);
  if (!finding.isTrue) {
    const { at } = finding;
    return (
      <div className="chain-broken" data-kind={at.kind}>
        <p>
          <b>{t(at.kind === 'unreachable' ? 'chain.undone' : 'chain.broken', { seq: at.seq })}</b>
        </p>
        <p>{t(`chain.break.${at.kind}`, { seq: at.seq })}</p>
        {at.kind === 'resealed' ? (
          <button type="button" onClick={() => openAnnouncement(at.announcementId)}>
            {t('toAnnouncement')}
          </button>
        ) : null}
        <Head hash={finding.head} />
      </div>
    );
  }
  const { head, hidden, announcements } = finding.proof;
  return (
    <div className="chain-true">
      <p>
        <b>{t('chain.true')}</b>
      </p>
      <p>
        {t('chain.counts', {
          entries: formatCount(head.seq, language),
          hidden: formatCount(hidden, language),
          announcements: formatCount(announcements, language),
        })}{' '}
        {t(`chain.by.${hasher}`)}
      </p>
      <Head hash={head.hash} />
    </div>
  );
}

/** The hash to hold against somebody else's: whole, selected at a touch, copied where the browser lets a page copy. */
function Head({ hash }: { readonly hash: string }): ReactElement {
  const { t } = useTranslation('announcements');
  const field = useRef<HTMLTextAreaElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = (): void => {
    field.current?.select();
    // Only pages of a secure address may: elsewhere it stands selected.
    const { clipboard } = navigator as { readonly clipboard?: Clipboard };
    clipboard?.writeText(hash).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <div className="chain-head">
      <label htmlFor="chain-head">{t('chain.head')}</label>
      <textarea id="chain-head" ref={field} readOnly rows={2} value={hash} onFocus={(event) => event.target.select()} />
      <button type="button" onClick={copy}>
        {t(isCopied ? 'chain.copied' : 'chain.copy')}
      </button>
    </div>
  );
}

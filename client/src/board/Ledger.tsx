import { formatCount, formatTurnout } from '@yavka/shared/format/number';
import { pluralFormOf } from '@yavka/shared/format/plural';
import { formatTime } from '@yavka/shared/format/time';
import type { ReactElement } from 'react';
import { memo } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import type { LedgerRow } from './ledger-model.ts';
import { useModel } from './model-store.ts';
import { PageLink } from './PageLink.tsx';
import { useCutoffLabel } from './use-cutoff-label.ts';
import { useBoardView } from './view.ts';

/** The announcements as they were released, newest first, each with the start of its entry's hash. */
export function Ledger(): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const ledger = useModel((model) => model.ledger);
  const commission = useFeed((feed) => feed.resolved?.pack.commission.shortNames[language]) ?? '';
  return (
    <section className="ledger" id="ledger" aria-labelledby="ledger-title">
      <div className="section-head">
        <h2 id="ledger-title">
          <PageLink to={{ page: 'announcements', area: null }}>{t('section.ledger', { commission })}</PageLink>
        </h2>
        <p className="section-note">{t('ledger.chain')}</p>
      </div>
      {(ledger ?? []).length === 0 ? (
        <p className="ledger-empty">{t('ledger.empty')}</p>
      ) : (
        <ol className="ledger-rows" tabIndex={0} aria-labelledby="ledger-title">
          {(ledger ?? []).map((row) => (
            <LedgerLine key={row.announcementId} row={row} />
          ))}
        </ol>
      )}
    </section>
  );
}

const LedgerLine = memo(function LedgerLine({ row }: { row: LedgerRow }): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const labelOf = useCutoffLabel();
  const root = useFeed((feed) => feed.resolved?.pack.root);
  const approachWidth = useFeed((feed) => feed.resolved?.pack.approachWidth);
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  const open = useBoardView((view) => view.openProvenance);
  const openAnnouncement = useBoardView((view) => view.openAnnouncement);
  const { cutoff, national, ballots, areas } = row;
  const receivedAt = formatTime(row.receivedAt, offset);
  const label = cutoff === null ? receivedAt : labelOf(cutoff);
  const count = ballots === null ? '' : formatCount(ballots, language);
  const received = receivedAt === label ? '' : t('ledger.received', { time: receivedAt });
  return (
    <li className="ledger-row">
      <button
        type="button"
        className="ledger-time"
        aria-label={t('ledger.read', { label })}
        onClick={() => openAnnouncement(row.announcementId)}
      >
        <time>{label}</time>
      </button>
      {national === null || cutoff === null || root === undefined ? (
        <span className="ledger-none" aria-label={t('ledger.noNational')}>
          –
        </span>
      ) : (
        <button type="button" aria-label={t('ledger.open', { label })} onClick={() => open(root, cutoff)}>
          {formatTurnout(national, language, approachWidth)}
        </button>
      )}
      <span className="ledger-details">
        <span>
          {count}
          {count !== '' && areas > 0 ? ' · ' : ''}
          <RegionsGiven areas={areas} cutoff={cutoff} />
          {received !== '' && (count !== '' || areas > 0) ? ' · ' : ''}
          {received}
        </span>
        {row.correctedAt === null ? null : (
          <span className="stamp">{t('corrected.at', { time: formatTime(row.correctedAt, offset) })}</span>
        )}
      </span>
      <code title={row.hash ?? undefined}>{row.hash === null ? '' : shortHash(row.hash)}</code>
    </li>
  );
});

/** How many regions it gave, and the way to them as they stood at its hour. */
function RegionsGiven({ areas, cutoff }: Pick<LedgerRow, 'areas' | 'cutoff'>): ReactElement | null {
  const { t } = useTranslation('board');
  const language = useLanguage();
  if (areas === 0) return null;
  const words = t(`ledger.areas_${pluralFormOf(areas, language)}`, { number: areas });
  if (cutoff === null) return <>{words}</>;
  return (
    <PageLink to={{ page: 'regions', area: null }} at={cutoff}>
      {words}
    </PageLink>
  );
}

/** The first four and the last three signs: enough to compare by eye. */
function shortHash(hash: string): string {
  return `${hash.slice(0, 4)}…${hash.slice(-3)}`;
}

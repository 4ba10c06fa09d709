import { formatCount } from '@yavka/shared/format/number';
import { formatTimeWithSeconds } from '@yavka/shared/format/time';
import type { ReactElement } from 'react';
import { useRef, useState } from 'react';

import { getJson } from '../../../feed/get-json.ts';
import { after } from '../../../feed/timer.ts';
import { useLanguage } from '../../../ui/language.ts';
import { useTranslation } from '../../../ui/use-translation.ts';
import { useNewest } from '../../model-store.ts';
import { useHeldState } from '../../moment/use-held-state.ts';
import { ChainFindingView } from './ChainFindingView.tsx';
import type { ChainFinding } from './prove-log.ts';
import { proveLog } from './prove-log.ts';
import type { Hasher } from './sha256.ts';
import { hasherOf, sha256By } from './sha256.ts';

interface Check {
  /** What the page held when it was asked, and by what time. */
  readonly head: { readonly seq: number; readonly hash: string };
  readonly recordedAt: number;
  readonly hasher: Hasher;
  readonly checked: number;
  readonly finding: ChainFinding | null;
}

/** Proves in the reader's own browser that the log is whole and says what the page shows. */
export function ChainCheck(): ReactElement {
  const { t } = useTranslation('announcements');
  const language = useLanguage();
  const offset = useNewest((newest) => newest.capitalOffset) ?? 0;
  const heldState = useHeldState();
  const [check, setCheck] = useState<Check | null>(null);
  const turn = useRef(0);
  const isRunning = check !== null && check.finding === null;
  const run = async (): Promise<void> => {
    const held = heldState();
    if (held === null) return;
    turn.current += 1;
    const mine = turn.current;
    const hasher = hasherOf(window);
    const begun: Check = { head: held, recordedAt: held.recordedAt, hasher, checked: 0, finding: null };
    const tell = (told: Partial<Check>): void => {
      if (turn.current === mine) setCheck({ ...begun, ...told });
    };
    tell({});
    const finding = await proveLog(held, {
      get: getJson,
      sha256: sha256By(hasher),
      progress: (checked) => {
        tell({ checked });
        // Between the entries the page draws itself and answers its reader.
        return new Promise((resolve) => void after(0, resolve));
      },
    });
    tell({ checked: held.seq, finding });
  };
  return (
    <section className="chain" aria-labelledby="chain-title">
      <div className="section-head">
        <h2 id="chain-title">{t('chain.title')}</h2>
      </div>
      <p>{t('chain.what')}</p>
      <button type="button" className="chain-run" disabled={isRunning} onClick={() => void run()}>
        {t(check === null ? 'chain.run' : 'chain.again')}
      </button>
      <div role="status">
        {check === null ? null : check.finding === null ? (
          <p className="chain-progress">
            {t('chain.checked', {
              checked: formatCount(check.checked, language),
              total: formatCount(check.head.seq, language),
            })}
          </p>
        ) : (
          <ChainFindingView finding={check.finding} hasher={check.hasher} />
        )}
      </div>
      {isRunning ? (
        <progress className="chain-way" max={check.head.seq} value={check.checked} aria-label={t('chain.title')} />
      ) : null}
      {check === null || check.finding === null ? null : (
        <p className="chain-when">
          {t('chain.when', {
            seq: formatCount(check.head.seq, language),
            time: formatTimeWithSeconds(check.recordedAt, offset),
          })}
        </p>
      )}
      <h3>{t('chain.provesTitle')}</h3>
      <p>{t('chain.proves')}</p>
      <h3>{t('chain.provesNotTitle')}</h3>
      <p>{t('chain.provesNot')}</p>
    </section>
  );
}

import type { ReactElement } from 'react';
import { useCallback, useEffect, useState } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import type { ReplayAction, ReplayState } from './replay-control.ts';
import { askReplay, replaySpeeds } from './replay-control.ts';
import { useBoardView } from './view.ts';

/** The replay's controls for whoever holds its token. */
export function ReplayPanel({ token }: { token: string }): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const [replay, setReplay] = useState<ReplayState | null>(null);
  const [trouble, setTrouble] = useState('');
  const cutoffs = useFeed((feed) => feed.resolved?.pack.cutoffs);
  const logId = useFeed((feed) => feed.state?.logId);
  const showMoment = useBoardView((view) => view.showMoment);
  const ask = useCallback(
    async (action: ReplayAction | null): Promise<void> => {
      const answer = await askReplay(fetch, token, action);
      if (!answer.ok) {
        setTrouble(answer.reason === null ? t('replay.unreachable') : t('replay.refused', { reason: answer.reason }));
        return;
      }
      setTrouble('');
      if (answer.replay !== null) setReplay(answer.replay);
    },
    [token, t],
  );
  // Another log is another day replayed: how it stands is asked anew.
  useEffect(() => {
    if (logId !== undefined) void ask(null);
  }, [ask, logId]);
  const seek = (to: string): void => {
    // Another log is on its way: what was looked at is not in it.
    showMoment(null);
    void ask({ action: 'seek', to });
  };
  const isRunning = replay?.running ?? true;
  return (
    <section className="replay" aria-label={t('replay.label')}>
      <button type="button" className="replay-run" onClick={() => void ask({ action: isRunning ? 'pause' : 'resume' })}>
        {t(isRunning ? 'replay.pause' : 'replay.resume')}
      </button>
      <div role="group" aria-label={t('replay.speed')} className="replay-speeds">
        {replaySpeeds.map((rate) => (
          <button
            key={rate}
            type="button"
            aria-pressed={replay?.rate === rate}
            onClick={() => void ask({ action: 'speed', rate })}
          >
            {rate}×
          </button>
        ))}
      </div>
      <ol className="replay-rail">
        {(cutoffs ?? []).map((cutoff) => (
          <li key={cutoff.id}>
            <button
              type="button"
              aria-label={t('replay.seek', { label: cutoff.label[language] })}
              onClick={() => seek(cutoff.id)}
            >
              {cutoff.label[language]}
            </button>
          </li>
        ))}
      </ol>
      <p role="status" className="replay-trouble">
        {trouble}
      </p>
    </section>
  );
}

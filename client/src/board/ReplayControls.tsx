import type { ReactElement } from 'react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import type { ReplayAction, ReplayState } from './replay-control.ts';
import { askReplay, replaySpeeds, takeReplayToken } from './replay-control.ts';
import { useBoardView } from './view.ts';

/** Pause, speed and seeking of the replayed day; only on the page opened from the address that the start printed. */
export function ReplayControls(): ReactElement | null {
  const [token] = useState(() => takeReplayToken(window, window.sessionStorage));
  return token === null ? null : <Controls token={token} />;
}

function Controls({ token }: { token: string }): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const [replay, setReplay] = useState<ReplayState | null>(null);
  const [trouble, setTrouble] = useState('');
  const cutoffs = useFeed((feed) => feed.resolved?.pack.cutoffs);
  const logId = useFeed((feed) => feed.state?.logId);
  const showCutoff = useBoardView((view) => view.showCutoff);
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
    showCutoff(null);
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

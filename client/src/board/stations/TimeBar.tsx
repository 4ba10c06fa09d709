import type { PollingWindow } from '@yavka/shared/analysis/polls-of';
import { scheduledAt } from '@yavka/shared/analysis/polls-of';
import type { ReactElement } from 'react';

import { useViewedNow } from '../../feed/viewed.ts';
import type { TimeScale } from './time-scale.ts';
import { shareOf } from './time-scale.ts';

/**
 * The hours of some stations: solid as far as they have been open, an outline for what remains, dashed before they open,
 * cold once they are closed. What it shows is said in the row beside it.
 */
export function TimeBar({ window, scale }: { window: PollingWindow; scale: TimeScale }): ReactElement | null {
  const now = useViewedNow(10_000);
  if (now === null) return null;
  const [opens, closes] = [shareOf(window.opensAt, scale), shareOf(window.closesAt, scale)];
  const elapsed = Math.min(closes, Math.max(opens, shareOf(now, scale)));
  const percent = (share: number): string => `${share * 100}%`;
  return (
    <span className="time-bar" data-status={scheduledAt(window, now)} aria-hidden="true">
      <i className="time-span" style={{ left: percent(opens), width: percent(closes - opens) }} />
      <i className="time-elapsed" style={{ left: percent(opens), width: percent(elapsed - opens) }} />
    </span>
  );
}

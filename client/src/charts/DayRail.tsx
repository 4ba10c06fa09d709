import type { ReactElement } from 'react';
import { memo } from 'react';

import './day-rail.css';

export interface DayRailCutoff {
  readonly id: string;
  readonly label: string;
  /** The country's figure as printed; null without one. */
  readonly value: string | null;
  /** `missed`: nothing was published of it, and a later one has been. */
  readonly state: 'published' | 'shown' | 'due' | 'overdue' | 'missed';
}

interface Props {
  readonly cutoffs: readonly DayRailCutoff[];
  readonly theme: 'ink' | 'paper';
}

/**
 * The day's rail: a notch for each cutoff, short when published, tall for the one on the screen, hollow when due. The
 * columns are equally wide, each notch in the middle of its own, so that a caller can lay buttons over them. Its size
 * follows the font's.
 */
export const DayRail = memo(function DayRail({ cutoffs, theme }: Props): ReactElement {
  const isPublished = (index: number): boolean => {
    const state = cutoffs[index]?.state;
    return state === 'published' || state === 'shown';
  };
  const lineBefore = (index: number): string => {
    if (index <= 0 || index >= cutoffs.length) return 'none';
    return isPublished(index - 1) && isPublished(index) ? 'known' : 'ahead';
  };
  return (
    <ol className="day-rail" data-theme={theme}>
      {cutoffs.map((cutoff, index) => (
        <li
          key={cutoff.id}
          data-cutoff={cutoff.id}
          data-state={cutoff.state}
          data-before={lineBefore(index)}
          data-after={lineBefore(index + 1)}
        >
          <span className="day-rail-value">{cutoff.state === 'shown' ? '' : cutoff.value}</span>
          <span className="day-rail-track" aria-hidden="true">
            <i className="day-rail-short" />
            <i className="day-rail-tall" />
            <i className="day-rail-hollow" />
          </span>
          <span className="day-rail-label">
            {cutoff.state === 'overdue' ? <i className="day-rail-late" aria-hidden="true" /> : null}
            {cutoff.label}
          </span>
        </li>
      ))}
    </ol>
  );
});

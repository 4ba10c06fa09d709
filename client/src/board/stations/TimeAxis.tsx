import { formatDate, formatTime } from '@yavka/shared/format/time';
import type { CSSProperties, ReactElement } from 'react';

import { useViewedNow } from '../../feed/viewed.ts';
import { useLanguage } from '../../ui/language.ts';
import { useModel } from '../model-store.ts';
import { useIsNarrow } from '../use-is-narrow.ts';
import type { TimeScale } from './time-scale.ts';
import { hourMarksOf, shareOf } from './time-scale.ts';

const left = (share: number): CSSProperties => ({ left: `${share * 100}%` });

/** The hours of the capital over the bars, and where its next day begins. */
export function TimeAxis({ scale }: { scale: TimeScale }): ReactElement {
  const language = useLanguage();
  const isNarrow = useIsNarrow();
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  return (
    <div className="time-axis" aria-hidden="true">
      {hourMarksOf(scale, offset, isNarrow ? 6 : 2).map(({ at, share, day }) => (
        <span key={at} data-day={day !== null} style={left(share)}>
          {day === null ? formatTime(at, offset) : formatDate(day, language, 'short')}
        </span>
      ))}
    </div>
  );
}

/** Lines under the bars: the hours, the capital's midnight, and now, each of them torn where it is an edge. */
export function TimeLines({ scale }: { scale: TimeScale }): ReactElement {
  const isNarrow = useIsNarrow();
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  const now = useViewedNow(10_000);
  return (
    <div className="time-lines" aria-hidden="true">
      {hourMarksOf(scale, offset, isNarrow ? 6 : 2).map(({ at, share, day }) => (
        <i key={at} className={day === null ? 'time-line' : 'time-line time-midnight'} style={left(share)} />
      ))}
      {now === null || now < scale.from || now > scale.to ? null : (
        <i className="time-now" style={left(shareOf(now, scale))} />
      )}
    </div>
  );
}

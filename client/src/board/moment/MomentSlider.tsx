import { formatTime } from '@yavka/shared/format/time';
import type { KeyboardEvent, PointerEvent, ReactElement } from 'react';
import { memo, useRef } from 'react';

import { useTranslation } from '../../ui/use-translation.ts';
import { useNewest } from '../model-store.ts';
import { useCutoffLabel } from '../use-cutoff-label.ts';
import type { MomentTrack } from './moment-track.ts';
import { placeAt, placeByKey } from './moment-track.ts';
import type { LogMoment } from './moments-of.ts';
import { useMomentWords } from './use-moment-words.ts';

interface Props {
  readonly moments: readonly LogMoment[];
  readonly track: MomentTrack;
  /** Of the moment on the screen; -1 before the first. */
  readonly place: number;
  readonly onGo: (place: number) => void;
}

const percent = (share: number): string => `${share * 100}%`;

/**
 * The day's rail with a tick for every revision: drawn along, or leafed through with the arrows (one revision) and the
 * page keys (one cutoff). What is known at the shown moment is a line, what came later is dots.
 */
export function MomentSlider({ moments, track, place, onGo }: Props): ReactElement {
  const { t } = useTranslation('moment');
  const sayingOf = useMomentWords();
  const offset = useNewest((newest) => newest.capitalOffset) ?? 0;
  const rail = useRef<HTMLDivElement>(null);
  const shown = moments[place];
  const last = moments.length - 1;
  const goByPointer = (event: PointerEvent): void => {
    const box = rail.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    const next = placeAt(track, (event.clientX - box.left) / box.width);
    if (next >= 0 && next !== place) onGo(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = placeByKey(track, place, event.key);
    if (next === null) return;
    event.preventDefault();
    if (next !== place) onGo(next);
  };
  return (
    <div className="moment-way">
      <button type="button" disabled={place <= 0} aria-label={t('earlier')} onClick={() => onGo(place - 1)}>
        ‹
      </button>
      <div
        ref={rail}
        className="moment-rail"
        role="slider"
        tabIndex={0}
        aria-label={t('slider')}
        aria-valuemin={1}
        aria-valuemax={moments.length}
        aria-valuenow={place + 1}
        aria-valuetext={shown === undefined ? '' : `${formatTime(shown.at, offset)}, ${sayingOf(shown)}`}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          goByPointer(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) goByPointer(event);
        }}
      >
        <RailTicks moments={moments} track={track} shown={place} />
        <i className="moment-known" style={{ width: percent(track.shares[place] ?? 0) }} />
        <i className="moment-thumb" style={{ left: percent(track.shares[place] ?? 0) }} />
      </div>
      <button type="button" disabled={place >= last} aria-label={t('later')} onClick={() => onGo(place + 1)}>
        ›
      </button>
    </div>
  );
}

/** The notches with their hours, a tick for each revision, a stamp for each correction. */
const RailTicks = memo(function RailTicks({
  moments,
  track,
  shown,
}: Pick<Props, 'moments' | 'track'> & { readonly shown: number }): ReactElement {
  const labelOf = useCutoffLabel();
  const notches = new Set(track.notches.map((notch) => notch.place));
  return (
    <>
      {moments.map(({ seq, kind }, place) =>
        notches.has(place) ? null : (
          <i key={seq} className="moment-tick" data-kind={kind} style={{ left: percent(track.shares[place] ?? 0) }} />
        ),
      )}
      {track.notches.map(({ cutoff, share, place }) => (
        <span
          key={cutoff}
          className="moment-notch"
          data-state={place === null ? 'due' : place <= shown ? 'known' : 'later'}
          style={{ left: percent(share) }}
        >
          <i />
          <span>{labelOf(cutoff)}</span>
        </span>
      ))}
    </>
  );
});

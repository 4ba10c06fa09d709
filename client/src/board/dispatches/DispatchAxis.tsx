import type { DispatchState } from '@yavka/shared/dispatches/dispatch';
import { formatTime } from '@yavka/shared/format/time';
import type { InstantMs } from '@yavka/shared/ids';
import type { ReactElement } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useViewedNow } from '../../feed/viewed.ts';
import { useLanguage } from '../../ui/language.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { useModel } from '../model-store.ts';
import { useAreaWords } from '../use-area-words.ts';
import { useIsNarrow } from '../use-is-narrow.ts';
import { useBoardView } from '../view.ts';
import { spreadMarks } from './spread-marks.ts';

const hourMs = 3_600_000;

/** The day as a line with the cutoffs' notches, and a mark for each dispatch at its hour; now is the tear line. */
export function DispatchAxis({ dispatches }: { dispatches: readonly DispatchState[] }): ReactElement | null {
  const { t } = useTranslation('dispatches');
  const language = useLanguage();
  const words = useAreaWords();
  const now = useViewedNow(10_000);
  const resolved = useFeed((feed) => feed.resolved);
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  const show = useBoardView((view) => view.showDispatch);
  const isNarrow = useIsNarrow();
  if (resolved === null || now === null) return null;
  const cutoffs = resolved.pack.cutoffs.flatMap((cutoff) => {
    const at = resolved.cutoffInstants[cutoff.id] ?? null;
    return at === null ? [] : [{ id: cutoff.id, label: cutoff.label[language], at }];
  });
  const instants = [...cutoffs.map(({ at }) => at), ...dispatches.map(({ at }) => at)];
  if (instants.length === 0) return null;
  const [from, to] = [Math.min(...instants) - hourMs / 2, Math.max(...instants) + hourMs / 2];
  const share = (at: InstantMs): number => (at - from) / (to - from);
  const left = (of: number): { left: string } => ({ left: `${of * 100}%` });
  const marks = spreadMarks(
    dispatches.toReversed().map(({ dispatchId, at }) => ({ id: dispatchId, share: share(at) })),
    isNarrow ? 0.062 : 0.016,
  );
  return (
    <div className="dispatch-axis" role="group" aria-label={t('axis')}>
      <i className="dispatch-line" />
      <i className="dispatch-passed" style={{ width: `${Math.min(1, Math.max(0, share(now))) * 100}%` }} />
      {cutoffs.map(({ id, label, at }) => (
        <span key={id} className="dispatch-notch" style={left(share(at))} aria-hidden="true">
          <i />
          {label}
        </span>
      ))}
      {now >= from && now <= to ? <i className="dispatch-now" style={left(share(now))} /> : null}
      {dispatches.toReversed().map((dispatch) => (
        <button
          key={dispatch.dispatchId}
          type="button"
          className="dispatch-mark"
          data-response={dispatch.officialResponse}
          style={left(marks.get(dispatch.dispatchId) ?? share(dispatch.at))}
          aria-label={t('mark', {
            time: formatTime(dispatch.at, offset),
            area: words.nameOf(dispatch.area),
            claimant: t(`claimant.${dispatch.claimant}`),
          })}
          onClick={() => show(dispatch.dispatchId)}
        />
      ))}
    </div>
  );
}

import { formatDate, formatTimeWithSeconds, localDateOf } from '@yavka/shared/format/time';
import type { ReactElement } from 'react';
import { useMemo } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useViewedMoment } from '../../feed/viewed.ts';
import { useLanguage } from '../../ui/language.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { useNewest } from '../model-store.ts';
import { useBoardView } from '../view.ts';
import { useLeafing } from './leafing.ts';
import { MomentSlider } from './MomentSlider.tsx';
import { momentTrackOf, placeOfSeq } from './moment-track.ts';
import type { LogMoment } from './moments-of.ts';
import { useMomentWords } from './use-moment-words.ts';
import './moment.css';

const none: readonly string[] = [];

/** The way through everything the log has said: a strip of ink over the page, which shows what was known at each moment. */
export function MomentBar(): ReactElement {
  const { t } = useTranslation('moment');
  const { moments, trouble } = useLeafing();
  const logId = useFeed((feed) => feed.state?.logId);
  const cutoffs = useFeed((feed) => feed.resolved?.pack.cutoffs);
  const ids = useMemo(() => cutoffs?.map(({ id }) => id) ?? none, [cutoffs]);
  const track = useMemo(() => momentTrackOf(moments, ids), [moments, ids]);
  const past = useViewedMoment((viewed) => viewed.past);
  const showMoment = useBoardView((view) => view.showMoment);
  const leaf = useBoardView((view) => view.leaf);
  const newest = moments.length - 1;
  const isHere = past === null || past.moment.logId === logId;
  const place = past === null || !isHere ? newest : placeOfSeq(moments, past.moment.seq);
  const shown = past === null || past.trouble === null ? moments[place] : undefined;
  const goTo = (next: number): void => {
    const moment = moments[next];
    if (moment === undefined || logId === undefined) return;
    // The last one is the newest, and goes on with the log.
    showMoment(next === newest ? null : { logId, seq: moment.seq });
  };
  return (
    <section className="moment" data-past={past !== null && past.trouble === null} aria-label={t('label')}>
      <MomentNow moment={shown} isPast={past !== null} place={place} of={moments.length} />
      {moments.length === 0 || trouble === 'broken' ? (
        <p className="moment-trouble" role="status">
          {t(`trouble.${trouble ?? 'reading'}`)}
        </p>
      ) : (
        <MomentSlider moments={moments} track={track} place={place} onGo={goTo} />
      )}
      <p className="moment-ways">
        <button type="button" disabled={past === null} onClick={() => showMoment(null)}>
          {t('toNewest')}
        </button>
        <button type="button" onClick={() => leaf(false)}>
          {t('close')} <span aria-hidden="true">×</span>
        </button>
      </p>
    </section>
  );
}

/** The moment that is on the screen: a stub torn off the day, and what came at that moment. */
function MomentNow({
  moment,
  isPast,
  place,
  of,
}: {
  readonly moment: LogMoment | undefined;
  readonly isPast: boolean;
  readonly place: number;
  readonly of: number;
}): ReactElement {
  const { t } = useTranslation('moment');
  const language = useLanguage();
  const sayingOf = useMomentWords();
  const offset = useNewest((newest) => newest.capitalOffset) ?? 0;
  const capital = useFeed((feed) => feed.resolved?.pack.capital.timeLabel[language]) ?? '';
  return (
    <>
      <p className="moment-stub">
        <span>{t(!isPast ? 'newest' : moment === undefined ? 'notShown' : 'known')}</span>
        <b>{moment === undefined ? '' : formatTimeWithSeconds(moment.at, offset)}</b>
      </p>
      <p className="moment-what">
        {moment === undefined ? null : (
          <>
            <b>{sayingOf(moment)}</b>
            <span>
              {capital}, {formatDate(localDateOf(moment.at, offset), language, 'short')}
            </span>
            <span>{t('place', { number: place + 1, total: of, seq: moment.seq })}</span>
          </>
        )}
      </p>
    </>
  );
}

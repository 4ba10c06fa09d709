import { formatTimeWithSeconds } from '@yavka/shared/format/time';
import type { InstantMs } from '@yavka/shared/ids';
import type { ReactElement } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useLanguage } from '../../ui/language.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { useModel } from '../model-store.ts';
import { paintedKey, usePainted } from '../painted.ts';
import { useCutoffLabel } from '../use-cutoff-label.ts';
import type { AnnouncementShown } from './announcements-of.ts';

/** The times of an announcement, kept apart, and its place in the log with the hash of the entry that released it. */
export function AnnouncementTimes({ shown }: { readonly shown: AnnouncementShown }): ReactElement {
  const { t } = useTranslation('announcements');
  const language = useLanguage();
  const labelOf = useCutoffLabel();
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  const capital = useFeed((feed) => feed.resolved?.pack.capital.timeLabel[language]) ?? '';
  const painted = usePainted(({ times }) => paintedOf(shown, times));
  const { asOf, cutoff, receivedAt, verifiedAt, releasedAt, releasedHash, enteredSeq } = shown.announcement;
  const exactly = (at: InstantMs | null): string => (at === null ? t('notKnown') : formatTimeWithSeconds(at, offset));
  const times = [
    ['asOf', asOf ?? labelOf(cutoff)],
    ['received', exactly(receivedAt)],
    ['verified', exactly(verifiedAt)],
    ['released', exactly(releasedAt)],
    ['painted', exactly(painted)],
  ] as const;
  return (
    <section className="said-part">
      <h4>
        {t('times')} <span>{capital}</span>
      </h4>
      <dl className="said-times">
        {times.map(([name, time]) => (
          <div key={name}>
            <dt>{t(`time.${name}`)}</dt>
            <dd>{time}</dd>
          </div>
        ))}
      </dl>
      <p className="said-hash">
        {t('entry', { seq: enteredSeq })} <code>{releasedHash ?? ''}</code>
      </p>
    </section>
  );
}

/** When this page first painted what the announcement brought; null while it has not. */
function paintedOf({ told }: AnnouncementShown, times: ReadonlyMap<string, InstantMs>): InstantMs | null {
  const brought = told.flatMap(({ figure, revision }) =>
    revision === null ? [] : [times.get(paintedKey(figure.key.figureId, revision.revision)) ?? null],
  );
  const known = brought.filter((at) => at !== null);
  return known.length === 0 ? null : Math.max(...known);
}

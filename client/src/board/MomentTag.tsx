import { formatTime } from '@yavka/shared/format/time';
import type { ReactElement } from 'react';

import { useViewedMoment } from '../feed/viewed.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { useModel } from './model-store.ts';

/** Beside the country's figure, when it is that of an earlier moment: at which time it was known so. */
export function MomentTag(): ReactElement | null {
  const { t } = useTranslation('board');
  const at = useViewedMoment(({ past }) => past?.state?.recordedAt ?? null);
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  if (at === null) return null;
  return <span className="tag tag-moment">{t('moment.known', { time: formatTime(at, offset) })}</span>;
}

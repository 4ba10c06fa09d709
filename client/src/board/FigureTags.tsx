import type { ShownFigure } from '@yavka/shared/analysis/area-view';
import { formatTime } from '@yavka/shared/format/time';
import type { ReactElement } from 'react';

import { useTranslation } from '../ui/use-translation.ts';
import { useModel } from './model-store.ts';
import { MomentTag } from './MomentTag.tsx';

/** What must be said of the country's figure beside it: the moment it was known at, its status, its correction. */
export function FigureTags({ revision, corrected }: Pick<ShownFigure, 'revision' | 'corrected'>): ReactElement {
  const { t } = useTranslation('board');
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  return (
    <>
      <MomentTag />
      <span className="tag" data-status={revision.status}>
        {t(`status.${revision.status}`)}
      </span>
      {corrected && revision.releasedAt !== null ? (
        <span className="tag tag-corrected">
          {t('corrected.at', { time: formatTime(revision.releasedAt, offset) })}
        </span>
      ) : null}
    </>
  );
}

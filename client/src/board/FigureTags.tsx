import type { ShownFigure } from '@yavka/shared/analysis/area-view';
import { formatTime } from '@yavka/shared/format/time';
import type { ReactElement } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { useModel } from './model-store.ts';
import { MomentTag } from './MomentTag.tsx';

/** What must be said of the country's figure beside it: the moment it was known at, its status, who says so, its correction. */
export function FigureTags({ revision, corrected }: Pick<ShownFigure, 'revision' | 'corrected'>): ReactElement {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const commission = useFeed((feed) => feed.resolved?.pack.commission);
  const offset = useModel((model) => model.capitalOffset) ?? 0;
  return (
    <>
      <MomentTag />
      <span className="tag-said">
        <span className="tag" data-status={revision.status}>
          {t(`status.${revision.status}`)}
        </span>
        {commission === undefined ? null : (
          <abbr title={commission.names[language]}>{commission.shortNames[language]}</abbr>
        )}
      </span>
      {corrected && revision.releasedAt !== null ? (
        <span className="tag tag-corrected">
          {t('corrected.at', { time: formatTime(revision.releasedAt, offset) })}
        </span>
      ) : null}
    </>
  );
}

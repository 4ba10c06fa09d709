import type { ReactElement } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { useModel } from './model-store.ts';
import { useAreaWords } from './use-area-words.ts';

/** What must be told before today is compared with an earlier vote: changed borders, and marks on published figures. */
export function CurveNotes(): ReactElement | null {
  const { t } = useTranslation('board');
  const language = useLanguage();
  const words = useAreaWords();
  const broken = useModel((model) => model.curve.broken);
  const marks = useModel((model) => model.curve.marks);
  const focus = useModel((model) => model.curve.focus);
  const changes = useFeed((feed) => feed.resolved?.pack.areaChanges);
  const changed = [...new Set((changes ?? []).flatMap((change) => [change.area, change.from]))];
  const year = changes?.[0]?.since.slice(0, 4) ?? '';
  if ((marks ?? []).length === 0 && changed.length === 0) return null;
  return (
    <div className="curve-notes">
      {broken === null || focus === null ? null : (
        <p>{t('curve.break', { area: words.nameOf(focus), year: broken.since.slice(0, 4) })}</p>
      )}
      <details>
        <summary>* {t('curve.marks')}</summary>
        <ul>
          {(marks ?? []).map((mark) => (
            <li key={`${mark.vote.en} ${mark.slot}`}>
              {t('curve.mark', {
                vote: mark.vote[language],
                label: mark.slot === 'final' ? t('curve.final') : mark.label,
                mark: mark.mark[language],
              })}
            </li>
          ))}
          {changed.length === 0 ? null : (
            <li>{t('curve.changed', { year, areas: changed.map((area) => words.nameOf(area)).join(', ') })}</li>
          )}
        </ul>
      </details>
    </div>
  );
}

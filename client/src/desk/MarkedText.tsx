import type { AreaId } from '@yavka/shared/ids';
import type { ReactElement } from 'react';
import { memo, useMemo } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { textPiecesOf } from './text-pieces.ts';
import type { Reading } from './use-reading.ts';

/** The source's own words, with each figure's words marked and the numbers that are not turnout struck out. */
export const MarkedText = memo(function MarkedText({
  text,
  reading,
  linked,
}: {
  readonly text: string;
  readonly reading: Reading;
  readonly linked: AreaId | null;
}): ReactElement {
  const { t } = useTranslation('desk');
  const language = useLanguage();
  const areas = useFeed((feed) => feed.resolved?.pack.areas);
  const pieces = useMemo(() => textPiecesOf(text, reading), [text, reading]);
  const stopped = useMemo(
    () =>
      new Set(reading.findings.filter((finding) => finding.severity === 'stop').flatMap((finding) => finding.areas)),
    [reading],
  );
  const nameOf = (id: AreaId): string => areas?.find((area) => area.id === id)?.names[language] ?? id;
  return (
    <p className="marked-text" lang={reading.language ?? undefined} data-testid="marked-text">
      {pieces.map((piece) => {
        const key = piece.start;
        if (piece.kind === 'plain') return <span key={key}>{piece.text}</span>;
        if (piece.kind === 'leftAlone')
          return (
            <s key={key} title={t('leftAlone.title', { kind: t(`leftAlone.${piece.as}`) })}>
              {piece.text}
            </s>
          );
        if (piece.kind === 'asOf')
          return (
            <mark key={key} data-kind="as-of">
              {piece.text}
            </mark>
          );
        return (
          <mark
            key={key}
            data-kind="figure"
            data-stopped={piece.areas.some((area) => stopped.has(area))}
            data-linked={linked !== null && piece.areas.includes(linked)}
            title={piece.areas.map(nameOf).join(', ')}
          >
            {piece.text}
          </mark>
        );
      })}
    </p>
  );
});

import { useMemo } from 'react';

import { useTranslation } from '../../ui/use-translation.ts';
import { useAreaWords } from '../use-area-words.ts';
import { useCutoffLabel } from '../use-cutoff-label.ts';
import type { LogMoment } from './moments-of.ts';

/** Areas that a correction names before it only counts them. */
const namedAtMost = 3;

/** Says in the reader's language what came at a moment. */
export function useMomentWords(): (moment: LogMoment) => string {
  const { t } = useTranslation('moment');
  const labelOf = useCutoffLabel();
  const { nameOf } = useAreaWords();
  return useMemo(
    () =>
      ({ kind, cutoff, corrected }) => {
        const label = cutoff === null ? '' : labelOf(cutoff);
        if (kind !== 'correction') return t(cutoff === null ? `kind.${kind}` : `kind.${kind}.at`, { label });
        const areas = [...new Set(corrected)];
        const named = areas.slice(0, namedAtMost).map(nameOf).join(', ');
        const rest = areas.length - namedAtMost;
        return t(rest > 0 ? 'kind.correction.more' : 'kind.correction.at', { label, areas: named, rest });
      },
    [t, labelOf, nameOf],
  );
}

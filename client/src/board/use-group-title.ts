import { useTranslation } from 'react-i18next';

import type { CombGroup } from './comb-model.ts';
import { useCutoffLabel } from './use-cutoff-label.ts';

/** What stands over a group of regions: how or why its figures are not exact numbers of this cutoff; null for those that are. */
export function useGroupTitle(): (group: CombGroup) => string | null {
  const { t } = useTranslation('board');
  const labelOf = useCutoffLabel();
  return (group) => {
    if (group.kind === 'ranges') return t('comb.ranges');
    if (group.since !== null) return t('comb.stale', { time: labelOf(group.since) });
    return group.kind === 'missing' && group.reason !== null ? t(`missing.${group.reason}`) : null;
  };
}

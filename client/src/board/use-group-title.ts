import { useTranslation } from '../ui/use-translation.ts';
import type { CombGroup } from './comb-model.ts';
import { useCutoffLabel } from './use-cutoff-label.ts';

/**
 * What stands over a group of regions: how or why its figures are not exact numbers of this cutoff; null for those that
 * are. The short form is for a group that is no wider than one of its columns.
 */
export function useGroupTitle(): (group: CombGroup, form?: 'long' | 'short') => string | null {
  const { t } = useTranslation('board');
  const labelOf = useCutoffLabel();
  return (group, form = 'long') => {
    if (group.kind === 'ranges') return t(form === 'long' ? 'comb.ranges' : 'comb.rangesShort');
    if (group.since !== null) return t(form === 'long' ? 'comb.stale' : 'stale.at', { time: labelOf(group.since) });
    return group.kind === 'missing' && group.reason !== null ? t(`missing.${group.reason}`) : null;
  };
}

import type { SceneNotch } from '../scenes/rail-notches-of.ts';
import type { EmbedRequest } from './embed-request.ts';
import type { Markup } from './markup.ts';
import { markup } from './markup.ts';

/** The day's rail: a notch for each cutoff, with its figure; solid only between published ones. */
export function railMarkup(notches: readonly SceneNotch[], { theme }: Pick<EmbedRequest, 'theme'>): Markup {
  const isPublished = (index: number): boolean => ['published', 'shown'].includes(notches[index]?.state ?? '');
  const lineBefore = (index: number): string => {
    if (index <= 0 || index >= notches.length) return 'none';
    return isPublished(index - 1) && isPublished(index) ? 'known' : 'ahead';
  };
  const items = notches.map(({ id, state, value, label }, index) => {
    const late = state === 'overdue' ? markup`<i class="day-rail-late" aria-hidden="true"></i>` : null;
    return markup`<li data-cutoff="${id}" data-state="${state}" data-before="${lineBefore(index)}" data-after="${lineBefore(index + 1)}"><span class="day-rail-value">${value}</span><span class="day-rail-track" aria-hidden="true"><i class="day-rail-short"></i><i class="day-rail-tall"></i><i class="day-rail-hollow"></i></span><span class="day-rail-label">${late}${label}</span></li>`;
  });
  return markup`<ol class="day-rail" data-theme="${theme}">${items}</ol>`;
}

import { figureIdOf } from '@yavka/shared/figures/figure';
import type { FigureId } from '@yavka/shared/ids';
import type { AnnouncementRecord } from '@yavka/shared/log/payload';

import type { DecideContext } from './decide-context.ts';

/** The figures that an announcement's words tell, whether it entered them, confirmed them or left another value standing. */
export function figuresTold(
  { text, cutoff }: Pick<AnnouncementRecord, 'text' | 'cutoff'>,
  { parse, resolved }: Pick<DecideContext, 'parse' | 'resolved'>,
): FigureId[] {
  const parsed = parse(text);
  const source = resolved.pack.commission.id;
  return parsed.figures.flatMap((figure) => {
    const at = figure.cutoff === parsed.cutoff ? (cutoff ?? figure.cutoff) : figure.cutoff;
    return at === null ? [] : [figureIdOf({ source, measure: 'ballots-issued', cutoff: at, area: figure.area })];
  });
}

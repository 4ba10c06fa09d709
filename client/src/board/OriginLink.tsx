import type { AreaId, CutoffId } from '@yavka/shared/ids';
import type { MouseEvent, ReactElement, ReactNode } from 'react';

import { useBoardView } from './view.ts';

interface Props {
  readonly area: AreaId;
  readonly cutoff: CutoffId;
  /** The one that stands where it is left out. */
  readonly revision?: number | undefined;
  readonly label?: string | undefined;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A number, or the words that tell it, as a link to where the figure comes from: opened beside it, and to be copied. */
export function OriginLink({ area, cutoff, revision, label, className, children }: Props): ReactElement {
  const open = useBoardView((view) => view.openProvenance);
  const follow = (event: MouseEvent): void => {
    // Another tab, another window, a download: the browser's own.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(area, cutoff, revision);
  };
  const figure = [area, cutoff, ...(revision === undefined ? [] : [revision])].join(',');
  return (
    <a href={`?area=${area}&figure=${figure}`} className={className} aria-label={label} onClick={follow}>
      {children}
    </a>
  );
}

import type { CutoffId } from '@yavka/shared/ids';
import type { BoardPlace } from '@yavka/shared/protocol/board-address';
import { pathOfPlace } from '@yavka/shared/protocol/board-address';
import type { MouseEvent, ReactElement, ReactNode } from 'react';

import { useBoardView } from './view.ts';

interface Props {
  readonly to: BoardPlace;
  /** The cutoff that the page is to show; the one that is shown here where it is left out. */
  readonly at?: CutoffId;
  readonly children: ReactNode;
  readonly className?: string;
  readonly isCurrent?: boolean;
}

/** A link to a page of the board: followed here without loading anything again, and an ordinary link to everyone else. */
export function PageLink({ to, at, children, className, isCurrent = false }: Props): ReactElement {
  const goTo = useBoardView((view) => view.goTo);
  const showCutoff = useBoardView((view) => view.showCutoff);
  const follow = (event: MouseEvent): void => {
    // Another tab, another window, a download: the browser's own.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (at !== undefined) showCutoff(at);
    goTo(to);
  };
  return (
    <a
      href={at === undefined ? pathOfPlace(to) : `${pathOfPlace(to)}?at=${at}`}
      className={className}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}

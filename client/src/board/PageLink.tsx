import type { BoardPlace } from '@yavka/shared/protocol/board-address';
import { pathOfPlace } from '@yavka/shared/protocol/board-address';
import type { MouseEvent, ReactElement, ReactNode } from 'react';

import { useBoardView } from './view.ts';

interface Props {
  readonly to: BoardPlace;
  readonly children: ReactNode;
  readonly className?: string;
  readonly isCurrent?: boolean;
}

/** A link to a page of the board: followed here without loading anything again, and an ordinary link to everyone else. */
export function PageLink({ to, children, className, isCurrent = false }: Props): ReactElement {
  const goTo = useBoardView((view) => view.goTo);
  const follow = (event: MouseEvent): void => {
    // Another tab, another window, a download: the browser's own.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goTo(to);
  };
  return (
    <a href={pathOfPlace(to)} className={className} aria-current={isCurrent ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  );
}

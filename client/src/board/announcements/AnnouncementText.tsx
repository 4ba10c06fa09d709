import type { ReactElement } from 'react';
import { memo, useMemo } from 'react';

import { useFeed } from '../../feed/store.ts';
import { OriginLink } from '../OriginLink.tsx';
import { PageLink } from '../PageLink.tsx';
import type { AnnouncementShown } from './announcements-of.ts';
import type { TextPiece } from './text-pieces-of.ts';
import { textPiecesOf } from './text-pieces-of.ts';

/** The source's own words, whole and in its own voice; those that tell a figure are marked and lead to its area. */
export const AnnouncementText = memo(function AnnouncementText({
  shown: { announcement, told },
}: {
  readonly shown: AnnouncementShown;
}): ReactElement {
  const pieces = useMemo(() => textPiecesOf(announcement.text, told), [announcement.text, told]);
  return (
    <blockquote className="said-text source-voice" lang={announcement.language ?? undefined}>
      {pieces.map((piece) => (
        <Piece key={piece.start} piece={piece} />
      ))}
    </blockquote>
  );
});

function Piece({ piece: { text, told } }: { readonly piece: TextPiece }): ReactElement {
  const root = useFeed((feed) => feed.resolved?.pack.root);
  const [figure, ...more] = told;
  if (figure === undefined) return <span>{text}</span>;
  const className = `said-words said-${figure.part}`;
  // One area's words lead to its page; the country's, and those that areas share, to where the figure comes from.
  return more.length === 0 && figure.area !== root ? (
    <PageLink to={{ page: 'regions', area: figure.area }} className={className}>
      {text}
    </PageLink>
  ) : (
    <OriginLink area={figure.area} cutoff={figure.cutoff} revision={figure.revision?.revision} className={className}>
      {text}
    </OriginLink>
  );
}

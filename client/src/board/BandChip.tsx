import type { AreaView } from '@yavka/shared/analysis/area-view';
import type { ReactElement } from 'react';

import { useFeed } from '../feed/store.ts';

/**
 * A small field in the colour of the figure's band, outlined so that it is seen on either ground. A range wears the
 * texture of its words, a range across bands and a missing figure no band's colour at all.
 */
export function BandChip({ view, ground }: { view: AreaView; ground: 'paper' | 'ink' }): ReactElement {
  const bands = useFeed((feed) => feed.resolved?.pack.bands);
  const band = view.place?.kind === 'within' ? bands?.[view.place.band] : undefined;
  const texture = view.shown === null ? 'awaited' : view.stale ? 'stale' : (view.quality ?? 'exact');
  return (
    <span
      className="band-chip"
      data-ground={ground}
      data-texture={texture}
      style={band === undefined ? undefined : { backgroundColor: band.color }}
      aria-hidden="true"
    />
  );
}

import type { AreaView } from '@yavka/shared/analysis/area-view';
import { wholeTurnout } from '@yavka/shared/figures/turnout';
import type { ReactElement } from 'react';

import { useFeed } from '../../feed/store.ts';

/**
 * A region's figure as a bar from zero, with the country's line behind it. The end is a row of dots while the polls are
 * open; a range is solid to its lower bound and outlined to its upper one; an earlier cutoff's figure is cold.
 */
export function TurnoutBar({ view, country }: { view: AreaView; country: number | null }): ReactElement {
  const bands = useFeed((feed) => feed.resolved?.pack.bands);
  const { shown, stale } = view;
  const band = view.place?.kind === 'within' ? bands?.[view.place.band] : undefined;
  const percent = (hundredths: number): string => `${(hundredths * 100) / wholeTurnout}%`;
  return (
    <span className="bar" aria-hidden="true">
      {country === null ? null : <span className="bar-country" style={{ left: percent(country) }} />}
      {shown === null ? null : (
        <>
          <span
            className="bar-known"
            data-stale={stale}
            data-texture={stale ? 'stale' : (view.quality ?? 'exact')}
            style={{
              width: percent(shown.turnout.min),
              ...(stale || band === undefined ? {} : { backgroundColor: band.color }),
            }}
          />
          {shown.turnout.min === shown.turnout.max ? null : (
            <span
              className="bar-reach"
              style={{ left: percent(shown.turnout.min), width: percent(shown.turnout.max - shown.turnout.min) }}
            />
          )}
          {view.polls === 'open' ? <span className="bar-open" style={{ left: percent(shown.turnout.max) }} /> : null}
        </>
      )}
    </span>
  );
}

import type { SceneFrame } from '@yavka/shared/scenes/scene-frame-of';
import type { ReactElement } from 'react';

/** What the commission calls its figure, whether it was corrected, and where it came from. */
export function ProvenanceStrip({ frame }: { readonly frame: SceneFrame }): ReactElement | null {
  const { hero, sourceName, sourceWord } = frame;
  if (hero === null) return null;
  return (
    <div className="provenance">
      <p className="provenance-tags">
        {hero.corrected === null ? null : (
          <span key={hero.corrected} className="stamp-tag">
            {hero.corrected}
          </span>
        )}
        <span className="status-tag" data-status={hero.status}>
          {hero.statusWord}
        </span>
      </p>
      <p>
        {sourceWord} <b>{sourceName}</b>
      </p>
      <p>{hero.announcement}</p>
    </div>
  );
}

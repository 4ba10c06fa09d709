import type { ReactElement } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { PageLink } from '../PageLink.tsx';
import { useAreaWords } from '../use-area-words.ts';

/** An address that names no region of this election: said so, with the ones that there are. */
export function UnknownRegion({ id }: { id: string }): ReactElement {
  const { t } = useTranslation('regions');
  const words = useAreaWords();
  const areas = useFeed((feed) => feed.resolved?.pack.areas) ?? [];
  const known = areas.filter((area) => area.kind !== 'country').toSorted((a, b) => a.order - b.order);
  return (
    <section className="region-unknown" aria-labelledby="unknown-title">
      <div className="section-head">
        <h2 id="unknown-title">{t('unknown.title')}</h2>
      </div>
      <p>{t('unknown.text', { id })}</p>
      <ul>
        {known.map((area) => (
          <li key={area.id}>
            <PageLink to={{ page: 'regions', area: area.id }}>{words.fullNameOf(area.id)}</PageLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

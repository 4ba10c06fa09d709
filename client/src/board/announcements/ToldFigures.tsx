import { formatCount } from '@yavka/shared/format/number';
import { pluralFormOf } from '@yavka/shared/format/plural';
import type { ReactElement } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useLanguage } from '../../ui/language.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { OriginLink } from '../OriginLink.tsx';
import { PageLink } from '../PageLink.tsx';
import { useAreaWords } from '../use-area-words.ts';
import { useCutoffLabel } from '../use-cutoff-label.ts';
import type { ToldFigure } from './announcements-of.ts';
import { useFigureText } from './use-figure-text.ts';

/** What an announcement says of the regions, each value leading to where it comes from and each name to the region. */
export function ToldFigures({ told }: { readonly told: readonly ToldFigure[] }): ReactElement | null {
  const { t } = useTranslation('announcements');
  const language = useLanguage();
  const root = useFeed((feed) => feed.resolved?.pack.root);
  const regions = told.filter(({ area }) => area !== root);
  const cutoffs = new Set(told.map(({ cutoff }) => cutoff));
  if (regions.length === 0) return null;
  const number = regions.length;
  return (
    <section className="said-part">
      <h4>{t(`figures_${pluralFormOf(number, language)}`, { number: formatCount(number, language) })}</h4>
      <ul className="told">
        {regions.map((figure) => (
          <Told key={`${figure.figure.key.figureId} ${figure.part}`} figure={figure} withCutoff={cutoffs.size > 1} />
        ))}
      </ul>
    </section>
  );
}

function Told({ figure, withCutoff }: { readonly figure: ToldFigure; readonly withCutoff: boolean }): ReactElement {
  const { t } = useTranslation('announcements');
  const { nameOf } = useAreaWords();
  const labelOf = useCutoffLabel();
  const textOf = useFigureText();
  const { area, cutoff, part, revision, since } = figure;
  const notes = [
    withCutoff ? labelOf(cutoff) : null,
    part === 'brought' ? null : t(`part.${part}`),
    since === null ? null : t(`since.${since}`),
  ].filter((note) => note !== null);
  return (
    <li data-part={part} data-since={since}>
      <PageLink to={{ page: 'regions', area }}>{nameOf(area)}</PageLink>
      <OriginLink area={area} cutoff={cutoff} revision={revision?.revision}>
        {textOf(figure)}
      </OriginLink>
      {notes.length === 0 ? null : <small>{notes.join(', ')}</small>}
    </li>
  );
}

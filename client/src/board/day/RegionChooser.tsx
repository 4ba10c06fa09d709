import type { AreaId } from '@yavka/shared/ids';
import { languages } from '@yavka/shared/ids';
import { compareNames } from '@yavka/shared/format/collate';
import type { Area } from '@yavka/shared/pack/pack';
import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';

import { useFeed } from '../../feed/store.ts';
import { useLanguage } from '../../ui/language.ts';
import { useTranslation } from '../../ui/use-translation.ts';
import { BandChip } from '../BandChip.tsx';
import { isNamed } from '../is-named.ts';
import { useModel } from '../model-store.ts';
import { useAreaWords } from '../use-area-words.ts';
import { useIsNarrow } from '../use-is-narrow.ts';
import { maxPinned } from '../view-address.ts';
import { useBoardView } from '../view.ts';

/** Every region by its name with its figure; up to five of them are on the charts. The search knows all three languages. */
export function RegionChooser(): ReactElement {
  const { t } = useTranslation('day');
  const language = useLanguage();
  const [wanted, setWanted] = useState('');
  const areas = useFeed((feed) => feed.resolved?.pack.areas);
  const cells = useModel((model) => model.comb.cells);
  const pinned = useBoardView((view) => view.pinned);
  const isNarrow = useIsNarrow();
  const names = useMemo(() => {
    const known = (areas ?? []).filter((area) => cells !== null && Object.hasOwn(cells, area.id));
    return known.toSorted((a, b) => compareNames(a.shortNames[language], b.shortNames[language], language));
  }, [areas, cells, language]);
  const found = names.filter((area) => isNamed(namesOf(area), wanted) || pinned.includes(area.id));
  return (
    <details className="region-chooser" open={!isNarrow}>
      <summary>{t('chooser.title', { number: maxPinned })}</summary>
      <input
        type="search"
        value={wanted}
        placeholder={t('chooser.search')}
        aria-label={t('chooser.search')}
        onChange={(event) => setWanted(event.target.value)}
      />
      <ul>
        {found.map((area) => (
          <Choice key={area.id} area={area.id} />
        ))}
      </ul>
      {found.length === 0 ? <p role="status">{t('chooser.none')}</p> : null}
    </details>
  );
}

function Choice({ area }: { area: AreaId }): ReactElement | null {
  const words = useAreaWords();
  const view = useModel((model) => model.comb.cells[area]?.view ?? null);
  const isPinned = useBoardView((state) => state.pinned.includes(area));
  const toggle = useBoardView((state) => state.togglePin);
  if (view === null) return null;
  return (
    <li>
      <button type="button" aria-pressed={isPinned} onClick={() => toggle(area)}>
        <BandChip view={view} ground="paper" />
        <span className="choice-name">{words.nameOf(area)}</span>
        <b data-stale={view.stale}>{words.figureOf(view)}</b>
      </button>
    </li>
  );
}

/** What an area is called, in every language. */
function namesOf(area: Area): string[] {
  return languages.flatMap((language) => [
    area.names[language],
    area.shortNames[language],
    area.abbreviations[language],
  ]);
}

import type { ReactElement } from 'react';
import { useId } from 'react';

import { useTranslation } from '../../ui/use-translation.ts';
import { useBoardView } from '../view.ts';

/** A name to look for, in any language and spelling; it stands in the address. */
export function RegionFind(): ReactElement {
  const { t } = useTranslation('regions');
  const find = useBoardView((view) => view.find);
  const findByName = useBoardView((view) => view.findByName);
  const field = useId();
  return (
    <p className="region-find">
      <label htmlFor={field}>{t('find.label')}</label>
      <input
        id={field}
        type="search"
        value={find}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => findByName(event.target.value)}
      />
    </p>
  );
}

import { formatBound } from '@yavka/shared/format/number';
import type { ReactElement } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { CombCellView } from './CombCellView.tsx';
import type { CombGroup } from './comb-model.ts';
import { combScaleOf } from './comb-scale.ts';
import { useAreaWords } from './use-area-words.ts';
import { useGroupTitle } from './use-group-title.ts';

/** Signs that fill a column of the comb, of a name and of capitals. */
const longName = 12;
const longAbbreviation = 6;

/** Which words stand a line lower: a long one beside one that does not, so that no two run into each other. */
function lowOf(names: readonly string[], longest: number): boolean[] {
  const low: boolean[] = [];
  for (const name of names) low.push(name.length > longest && low.at(-1) !== true);
  return low;
}

/** A comb of small curves, group by group, over lines at the edges of bands. */
export function CombPlot({
  groups,
  isLarge = false,
}: {
  groups: readonly CombGroup[];
  isLarge?: boolean;
}): ReactElement {
  return (
    <div className="comb-plot" data-large={isLarge}>
      <CombScale />
      <CombTextures />
      <ul className="comb-groups">
        {groups.map((group) => (
          <CombGroupView key={`${group.kind} ${group.reason ?? group.since ?? ''}`} group={group} />
        ))}
      </ul>
    </div>
  );
}

function CombGroupView({ group }: { group: CombGroup }): ReactElement {
  const titleOf = useGroupTitle();
  const { nameOf, abbreviationOf } = useAreaWords();
  const label = titleOf(group);
  const { length } = group.areas;
  const lowNames = lowOf(group.areas.map(nameOf), longName);
  const lowShort = lowOf(group.areas.map(abbreviationOf), longAbbreviation);
  return (
    <li
      className="comb-group"
      data-kind={group.kind}
      style={{ flexGrow: length, ['--cells' as string]: String(length) }}
    >
      {label === null ? null : (
        <h3 title={label}>
          <span className="comb-title">{label}</span>
          <span className="comb-title-short" aria-hidden="true">
            {titleOf(group, 'short')}
          </span>
        </h3>
      )}
      <ul>
        {group.areas.map((area, index) => (
          <CombCellView
            key={area}
            area={area}
            withNote={group.kind === 'all'}
            isNameLow={lowNames[index] === true}
            isShortLow={lowShort[index] === true}
          />
        ))}
      </ul>
    </li>
  );
}

/** What was said in words wears the texture of its words in the comb too; see `CombCurve`. */
function CombTextures(): ReactElement {
  return (
    <svg width="0" height="0" className="comb-textures" aria-hidden="true">
      <defs>
        <pattern id="comb-above" width="5" height="7" patternUnits="userSpaceOnUse">
          <path d="M-1 8L6 -1M-1 1.3L1 -1.3M4 8.3L6 5.7" className="comb-stripe" />
        </pattern>
        <pattern id="comb-approaching" width="4" height="5" patternUnits="userSpaceOnUse">
          <ellipse cx="2" cy="2.5" rx="0.8" ry="0.9" />
        </pattern>
      </defs>
    </svg>
  );
}

/** Two lines across all columns, at edges of the pack's bands. */
function CombScale(): ReactElement {
  const language = useLanguage();
  const bands = useFeed((feed) => feed.resolved?.pack.bands);
  return (
    <div className="comb-scale" aria-hidden="true">
      {combScaleOf(bands ?? []).map(({ edge, fraction }) => (
        <span key={edge} style={{ bottom: `${fraction * 100}%` }}>
          {formatBound(edge, language)}
        </span>
      ))}
    </div>
  );
}

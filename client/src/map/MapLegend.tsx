import type { CutoffId } from '@yavka/shared/ids';
import type { ReactElement } from 'react';

import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import { LegendChart } from './LegendChart.tsx';
import { legendWordsOf } from './legend-words-of.ts';
import { pointAtBand, usePointed } from './pointed.ts';
import { useMapAreas } from './use-map-areas.ts';
import './legend.css';

interface Props {
  readonly width: number;
  readonly cutoff: CutoffId | null;
  /** Of the numbers under the axis, pixels. */
  readonly size?: number;
}

/** "Above" and "approaching" of one bound: what a commission says in words in one evening. */
const usualBrackets = 2;

/** The live legend of the map: bands on a true axis, one tick for each area; for ears, how many stand in each band. */
export function MapLegend({ width, cutoff, size = 13 }: Props): ReactElement | null {
  const bands = useFeed((feed) => feed.resolved?.pack.bands);
  const language = useLanguage();
  const { areas } = useMapAreas(cutoff);
  const marked = usePointed((pointed) => pointed.area ?? pointed.focused);
  if (bands === undefined) return null;
  return (
    <>
      <LegendChart
        width={width}
        size={size}
        bands={bands}
        areas={areas}
        language={language}
        rowsKept={usualBrackets}
        marked={marked}
        onBand={pointAtBand}
      />
      <ul className="only-heard">
        {legendWordsOf(areas, bands, language).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </>
  );
}

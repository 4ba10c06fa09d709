import { useEffect, useState } from 'react';

import { useFontsReady } from '../ui/use-fonts-ready.ts';
import type { TextMeasure } from './text-measure.ts';
import { assumedMeasure, buildTextMeasure } from './text-measure.ts';

let shared: TextMeasure | null = null;

/** The page's measure: assumed widths until the fonts are there, then their own. One for all maps of the page. */
export function useTextMeasure(): TextMeasure {
  const isReady = useFontsReady();
  const [measure, setMeasure] = useState<TextMeasure>(() => shared ?? assumedMeasure);
  useEffect(() => {
    if (!isReady) return;
    shared ??= buildTextMeasure(document);
    setMeasure(() => shared ?? assumedMeasure);
  }, [isReady]);
  return measure;
}

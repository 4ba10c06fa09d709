import { fillWords } from '@yavka/shared/format/fill-words';
import { formatBound } from '@yavka/shared/format/number';
import { pluralWord } from '@yavka/shared/format/plural';
import type { Language } from '@yavka/shared/ids';
import type { Band } from '@yavka/shared/pack/pack';
import type { MapArea } from '@yavka/shared/scenes/map-area';
import { areaForms, mapWords } from '@yavka/shared/scenes/map-words';

/** The legend for ears: how many areas stand in each band, across bands, on an earlier figure, and without one. */
export function legendWordsOf(areas: readonly MapArea[], bands: readonly Band[], language: Language): string[] {
  const words = mapWords[language];
  const said = (range: string, found: readonly MapArea[]): string[] =>
    found.length === 0 ? [] : [`${range}: ${found.length} ${pluralWord(found.length, language, areaForms)}`];
  const own = areas.filter((area) => area.interval !== null && !area.stale);
  return [
    ...bands.flatMap((band, index) =>
      said(
        fillWords(index === 0 ? words.bandBelow : index === bands.length - 1 ? words.bandFrom : words.bandBetween, {
          min: formatBound(band.min, language),
          max: formatBound(band.max, language),
        }),
        own.filter((area) => area.low === index && area.high === index),
      ),
    ),
    ...said(
      words.bandAcross,
      own.filter((area) => area.low !== area.high),
    ),
    ...said(
      words.bandStale,
      areas.filter((area) => area.interval !== null && area.stale),
    ),
    ...said(
      words.bandNone,
      areas.filter((area) => area.interval === null),
    ),
  ];
}

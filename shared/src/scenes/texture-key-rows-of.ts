import { fillWords } from '../format/fill-words.ts';
import { describeTurnout } from '../format/number.ts';
import type { Language } from '../ids.ts';
import type { ElectionPack } from '../pack/pack.ts';
import type { MapArea } from './map-area.ts';
import type { SceneWords } from './scene-words.ts';
import { sceneWords } from './scene-words.ts';

/** One kind of texture with an area that wears it, and its words. */
export interface TextureKeyRow {
  readonly key: string;
  readonly area: MapArea;
  readonly words: string;
  readonly remark: string;
}

/** One row for each kind of texture that is on the map now, the newest knowledge first. */
export function textureKeyRowsOf(areas: readonly MapArea[], pack: ElectionPack, language: Language): TextureKeyRow[] {
  const words = sceneWords[language];
  const rows = new Map<string, TextureKeyRow>();
  const order = ['above', 'approaching', 'range', 'stale', 'awaited', 'withheld'];
  const shown = areas
    .filter((area) => order.includes(area.look))
    .sort((a, b) => order.indexOf(a.look) - order.indexOf(b.look) || (b.low ?? 0) - (a.low ?? 0));
  for (const area of shown) {
    if (area.look === 'stale') {
      const label = pack.cutoffs.find((cutoff) => cutoff.id === area.cutoff)?.label[language] ?? '';
      rows.set(
        `stale ${label}`,
        rows.get(`stale ${label}`) ?? {
          key: `stale ${label}`,
          area,
          words: fillWords(words.staleData, { time: label }),
          remark: remarkOnStale(area, words),
        },
      );
    } else if (area.interval !== null) {
      const said = describeTurnout(area.interval, language, pack.approachWidth);
      rows.set(said, rows.get(said) ?? { key: said, area, words: said, remark: words.noExactFigure });
    } else {
      const reason = words.missing[area.missing ?? 'awaited'];
      rows.set(reason, rows.get(reason) ?? { key: reason, area, words: reason, remark: '' });
    }
  }
  return [...rows.values()];
}

function remarkOnStale(area: MapArea, words: SceneWords): string {
  if (area.missing === null || area.missing === 'awaited' || area.missing === 'notYetDue') return words.newAwaited;
  return area.missing === 'withheld' ? words.missing.withheld : words.nothingSince;
}

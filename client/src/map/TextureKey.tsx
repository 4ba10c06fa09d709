import { describeTurnout } from '@yavka/shared/format/number';
import type { Language } from '@yavka/shared/ids';
import type { Band, ElectionPack } from '@yavka/shared/pack/pack';
import type { MapArea } from '@yavka/shared/scenes/map-area';
import type { SceneWords } from '@yavka/shared/scenes/scene-words';
import { fillWords, sceneWords } from '@yavka/shared/scenes/scene-words';
import type { ReactElement } from 'react';
import { memo, useId } from 'react';

import { areaFillOf } from './area-fill.ts';
import { MapTextures } from './MapTextures.tsx';

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

/** The textures on the map, each with its words. */
export const TextureKey = memo(function TextureKey(props: {
  readonly rows: readonly TextureKeyRow[];
  readonly bands: readonly Band[];
  readonly size: number;
  readonly textureScale: number;
}): ReactElement {
  const { rows, bands, size, textureScale } = props;
  const prefix = useId();
  const [width, height] = [size * 2.7, size * 2.5];
  const pairs = [
    ...new Set(
      rows
        .filter(({ area }) => area.look === 'stale' || area.look === 'range')
        .map(({ area }) => `${area.low ?? 0}-${area.high ?? 0}`),
    ),
  ];
  return (
    <ul className="texture-key" style={{ fontSize: size }}>
      {rows.map(({ key, area, words, remark }, index) => {
        const { fill, texture } = areaFillOf(area, bands, `${prefix}${index}`);
        return (
          <li key={key}>
            <svg width={width} height={height} aria-hidden="true">
              <MapTextures prefix={`${prefix}${index}`} bands={bands} pairs={pairs.join(' ')} scale={textureScale} />
              <rect width={width} height={height} fill={fill} />
              {texture === null ? null : <rect width={width} height={height} fill={texture} />}
            </svg>
            <span>
              <b>{words}</b>
              {remark === '' ? null : <i>{remark}</i>}
            </span>
          </li>
        );
      })}
    </ul>
  );
});

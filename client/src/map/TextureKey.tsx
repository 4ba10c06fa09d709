import type { Band } from '@yavka/shared/pack/pack';
import { areaFillOf } from '@yavka/shared/scenes/area-fill';
import type { TextureKeyRow } from '@yavka/shared/scenes/texture-key-rows-of';
import type { ReactElement } from 'react';
import { memo, useId } from 'react';

import { MapTextures } from './MapTextures.tsx';

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

import type { Band } from '../pack/pack.ts';
import { areaFillOf } from '../scenes/area-fill.ts';
import type { MapArea } from '../scenes/map-area.ts';
import type { MapTexture } from '../scenes/map-textures-of.ts';
import { bandPairsOf, mapTexturesOf } from '../scenes/map-textures-of.ts';
import type { Markup } from './markup.ts';
import { markup, tenth } from './markup.ts';

/** The patterns that `areas` are filled with, as a drawing's definitions. */
export function textureMarkup(
  prefix: string,
  bands: readonly Band[],
  areas: readonly MapArea[],
  scale: number,
): Markup {
  const used = new Set(
    areas.flatMap((area) => {
      const { fill, texture } = areaFillOf(area, bands, prefix);
      return [fill, texture];
    }),
  );
  const textures = mapTexturesOf(prefix, bands, bandPairsOf(areas), scale);
  return markup`<defs>${textures.filter(({ id }) => used.has(`url(#${id})`)).map(patternMarkup)}</defs>`;
}

function patternMarkup({ id, size, angle, marks }: MapTexture): Markup {
  const turned = angle === 0 ? null : markup` patternTransform="rotate(${angle})"`;
  return markup`<pattern id="${id}" width="${tenth(size)}" height="${tenth(size)}" patternUnits="userSpaceOnUse"${turned}>${marks.map(
    (mark) => {
      switch (mark.shape) {
        case 'stripe': {
          const ground = mark.fill === null ? markup`class="map-ink"` : markup`fill="${mark.fill}"`;
          return markup`<rect x="${tenth(mark.x)}" width="${tenth(mark.width)}" height="${tenth(size)}" ${ground}/>`;
        }
        case 'dot':
          return markup`<circle cx="${tenth(mark.x)}" cy="${tenth(mark.y)}" r="${tenth(mark.radius)}" class="${mark.isCold ? 'map-cold' : 'map-ink'}"/>`;
        case 'cross':
          return markup`<path d="${mark.path}" class="map-cross"/>`;
      }
    },
  )}</pattern>`;
}

/** A shape's ground and the texture over it. */
export function filled(
  area: MapArea,
  bands: readonly Band[],
  prefix: string,
  shape: (fill: string, isTexture: boolean) => Markup,
): Markup {
  const { fill, texture } = areaFillOf(area, bands, prefix);
  return markup`${shape(fill, false)}${texture === null ? null : shape(texture, true)}`;
}

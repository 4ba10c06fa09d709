import { formatBound } from '../format/number.ts';
import type { Band, ResolvedPack } from '../pack/pack.ts';
import { labelInksOf } from '../scenes/area-fill.ts';
import { legendMarksOf } from '../scenes/legend-marks-of.ts';
import type { MapArea } from '../scenes/map-area.ts';
import { mapSceneOf } from '../scenes/map-scene-of.ts';
import { sceneWords } from '../scenes/scene-words.ts';
import { textureKeyRowsOf } from '../scenes/texture-key-rows-of.ts';
import type { EmbedMoment } from './embed-moment-of.ts';
import type { EmbedPlate } from './embed-plate.ts';
import type { EmbedRequest } from './embed-request.ts';
import type { Markup } from './markup.ts';
import { markup, tenth } from './markup.ts';
import { countryLine, plateFrame } from './plate-frame.ts';
import { filled, textureMarkup } from './texture-markup.ts';

/** A tile's side in the drawing's own units, and what is between two. */
const [side, gap] = [100, 6];
const step = side + gap;

/** Every area as a tile, roughly where it lies: its band's colour, its quality's texture, and its figure. */
export function mapPlate({ state, now }: EmbedMoment, resolved: ResolvedPack, request: EmbedRequest): EmbedPlate {
  const { pack } = resolved;
  const words = sceneWords[request.lang];
  const { frame, areas, openNote, headline } = mapSceneOf(state, resolved, now, request.lang);
  const tiled = areas.filter((area) => area.tile !== null);
  const columns = Math.max(1, ...tiled.map(({ tile }) => (tile?.[0] ?? 0) + 1));
  const rows = Math.max(1, ...tiled.map(({ tile }) => (tile?.[1] ?? 0) + 1));
  const [width, height] = [columns * step - gap, rows * step - gap];
  const note = openNote === null ? null : markup`<p class="open-note"><i class="ring"></i>${openNote.text}</p>\n`;
  const body = markup`<div class="map">
<div class="map-words">${countryLine(request, resolved, frame)}
${note}${legendMarkup(areas, pack.bands, request)}
${keyMarkup(areas, resolved, request)}</div>
<svg class="tiles" viewBox="0 0 ${width} ${height}" role="group" aria-label="${words.regionTiles}">
${textureMarkup('tile', pack.bands, tiled, 1.6)}
${tiled.map((area) => tileMarkup(area, pack.bands))}</svg>
</div>`;
  return { frame, body: plateFrame({ request, resolved, frame, heading: headline, body }) };
}

function tileMarkup(area: MapArea, bands: readonly Band[]): Markup {
  const [column, row] = area.tile ?? [0, 0];
  const inks = labelInksOf(area, bands);
  const text = area.figure ?? (area.look === 'withheld' ? area.note : null);
  const isLong = area.abbreviation.length > 6;
  const size = text !== null && text.length > 5 ? 'long' : 'short';
  const plate =
    inks.plate === null
      ? null
      : markup`<rect x="7" y="10" width="86" height="80" fill="${inks.plate}" class="tile-plate"/>`;
  return markup`<g class="tile" role="img" aria-label="${area.sentence}" data-area="${area.area}" data-look="${area.look}" data-polls="${area.polls}" transform="translate(${column * step} ${row * step})"><title>${area.sentence}</title>${filled(
    area,
    bands,
    'tile',
    (fill, isTexture) =>
      markup`<rect width="${side}" height="${side}" fill="${fill}"${isTexture ? null : markup` class="tile-field"`}/>`,
  )}${plate}<text class="tile-name" data-size="${isLong ? 'long' : 'short'}" x="9" y="31" fill="${inks.name}">${area.abbreviation}</text>${
    area.polls === 'open'
      ? markup`<circle class="tile-ring" cx="87" cy="${isLong ? 46 : 23}" r="6.5" stroke="${inks.name}"/>`
      : null
  }${text === null ? null : markup`<text class="tile-figure" data-size="${size}" x="50" y="82" fill="${inks.figure}">${text}</text>`}</g>\n`;
}

/** The legend is a chart: bands as wide as they are, a tick for each exact figure, dotted where polls are open. */
function legendMarkup(areas: readonly MapArea[], bands: readonly Band[], { lang }: EmbedRequest): Markup {
  const [left, width] = [6, 348];
  const x = (hundredths: number): number => tenth(left + (width * hundredths) / 10_000);
  const { ticks, brackets } = legendMarksOf(areas);
  const last = bands.at(-1)?.max ?? 10_000;
  const top = 14 + brackets.length * 12;
  return markup`<svg class="legend" viewBox="0 0 376 ${top + 30}" role="img" aria-label="${sceneWords[lang].legendTitle}">
${bands.map((band) => markup`<rect class="legend-band" x="${x(band.min)}" y="${top}" width="${tenth(x(band.max) - x(band.min) - 1)}" height="12" fill="${band.color}"/>`)}
${ticks.map(({ at, isOpen, isStale }) => markup`<line class="legend-tick" data-open="${isOpen ? 'yes' : 'no'}" data-stale="${isStale ? 'yes' : 'no'}" x1="${x(at)}" x2="${x(at)}" y1="${top - 11}" y2="${top - 2}"/>`)}
${brackets.map(({ min, max, count }, index) => {
  const y = top - 18 - index * 12;
  return markup`<path class="legend-bracket" d="M${x(min)} ${y + 6}V${y}H${Math.max(x(max), x(min) + 4)}V${y + 6}"/><text class="legend-count" x="${tenth(x(min) - 4)}" y="${y + 6}">${count}</text>`;
})}
${[...bands.map(({ min }) => min), last].map((bound) => markup`<text class="legend-number" x="${x(bound)}" y="${top + 25}">${formatBound(bound, lang)}${bound === last ? ' %' : null}</text>`)}
</svg>`;
}

/** The textures on this map, each with its words. */
function keyMarkup(areas: readonly MapArea[], resolved: ResolvedPack, { lang }: EmbedRequest): Markup | null {
  const { bands } = resolved.pack;
  const rows = textureKeyRowsOf(areas, resolved.pack, lang);
  if (rows.length === 0) return null;
  return markup`<ul class="key">${rows.map(({ area, words, remark }, index) => {
    const prefix = `key${String(index)}`;
    const swatch = filled(area, bands, prefix, (fill) => markup`<rect width="26" height="26" fill="${fill}"/>`);
    return markup`<li><svg class="swatch" width="26" height="26" aria-hidden="true">${textureMarkup(prefix, bands, [area], 0.8)}${swatch}</svg><span><b>${words}</b>${remark === '' ? null : markup` <i>${remark}</i>`}</span></li>`;
  })}</ul>`;
}

import { areaViewsOf, nationalViewOf } from '../analysis/area-view-of.ts';
import type { AreaView } from '../analysis/area-view.ts';
import { rankingOf } from '../analysis/ranking-of.ts';
import { isExact } from '../figures/turnout.ts';
import type { Language } from '../ids.ts';
import type { ResolvedPack } from '../pack/pack.ts';
import type { MapArea } from '../scenes/map-area.ts';
import { mapAreasOf } from '../scenes/map-areas-of.ts';
import { openNoteOf } from '../scenes/open-note-of.ts';
import { sceneFrameOf } from '../scenes/scene-frame-of.ts';
import { sceneWords } from '../scenes/scene-words.ts';
import type { EmbedMoment } from './embed-moment-of.ts';
import type { EmbedPlate } from './embed-plate.ts';
import type { EmbedRequest } from './embed-request.ts';
import { embedWords } from './embed-words.ts';
import type { Markup } from './markup.ts';
import { markup } from './markup.ts';
import { countryLine, plateFrame } from './plate-frame.ts';
import { filled, textureMarkup } from './texture-markup.ts';

/** All areas from the highest turnout down; figures in words, older ones and missing ones stand in groups of their own. */
export function rankingPlate({ state, now }: EmbedMoment, resolved: ResolvedPack, request: EmbedRequest): EmbedPlate {
  const { pack } = resolved;
  const words = embedWords[request.lang];
  const frame = sceneFrameOf(state, resolved, now, request.lang);
  const views = areaViewsOf(state, resolved, frame.cutoff, now);
  const ranking = rankingOf(views, pack, request.lang);
  const note = openNoteOf(views, resolved, request.lang);
  const country = nationalViewOf(state, resolved, frame.cutoff, now).shown?.turnout ?? null;
  const rule = country !== null && isExact(country) ? country.min : null;
  const areas = new Map(mapAreasOf(views, resolved, request.lang).map((area) => [area.area, area]));
  const row = (view: AreaView, rank: number | null): Markup => {
    const area = areas.get(view.area);
    return area === undefined ? markup`` : rowMarkup(area, rank, rule, resolved, request.lang);
  };
  const group = (title: string, of: readonly AreaView[]): Markup | null =>
    of.length === 0
      ? null
      : markup`<h2 class="rank-group">${title}</h2>
<ul class="ranks">${of.map((view) => row(view, null))}</ul>\n`;
  // A place among those that happen to be exact is no place.
  const isWhole = ranking.exact.length === views.length;
  const exactGroup =
    ranking.exact.length === 0
      ? null
      : markup`${isWhole ? null : markup`<h2 class="rank-group">${words.exact}</h2>\n`}<ol class="ranks">${ranking.exact.map(({ rank, view }) => row(view, isWhole ? rank : null))}</ol>\n`;
  const body = markup`<div class="ranking">
${countryLine(request, resolved, frame)}
${note === null ? null : markup`<p class="open-note"><i class="ring"></i>${note.text}</p>\n`}<svg class="textures" width="0" height="0" aria-hidden="true">${textureMarkup('rank', pack.bands, [...areas.values()], 0.6)}</svg>
${exactGroup}${group(words.stated, ranking.ranges)}${group(words.earlier, ranking.stale)}${group(words.notNamed, ranking.missing)}</div>`;
  return { frame, body: plateFrame({ request, resolved, frame, heading: words.ranked, body }) };
}

/** @param rule the country's exact figure, drawn through all bars */
function rowMarkup(
  area: MapArea,
  rank: number | null,
  rule: number | null,
  resolved: ResolvedPack,
  language: Language,
): Markup {
  const words = area.figure === null ? sceneWords[language].missing[area.missing ?? 'awaited'] : area.note;
  return markup`<li class="rank" data-area="${area.area}" data-look="${area.look}" data-polls="${area.polls}"><span class="rank-place">${rank}</span><span class="rank-name" title="${area.sentence}">${area.name}${
    area.polls === 'open' ? markup` <i class="ring"></i>` : null
  }</span>${barMarkup(area, rule, resolved)}<b class="rank-figure">${area.figure}</b>${words === null ? null : markup`<span class="rank-note">${words}</span>`}</li>\n`;
}

/** From nothing to the figure; a figure in words from its lower bound to its upper one. */
function barMarkup(area: MapArea, rule: number | null, { pack }: ResolvedPack): Markup {
  const { interval } = area;
  const percent = (hundredths: number): string => `${String(hundredths / 100)}%`;
  const [from, to] = interval === null ? [0, 0] : isExact(interval) ? [0, interval.min] : [interval.min, interval.max];
  const bar =
    interval === null
      ? null
      : filled(
          area,
          pack.bands,
          'rank',
          (fill) =>
            markup`<rect class="bar-fill" x="${percent(from)}" width="${percent(to - from)}" height="100%" fill="${fill}"/>`,
        );
  const tear =
    interval === null || area.polls !== 'open'
      ? null
      : markup`<line class="bar-tear" x1="${percent(to)}" x2="${percent(to)}" y1="2" y2="100%"/>`;
  const country =
    rule === null
      ? null
      : markup`<line class="bar-rule" x1="${percent(rule)}" x2="${percent(rule)}" y1="0" y2="100%"/>`;
  return markup`<svg class="bar" aria-hidden="true">${bar}${country}${tear}</svg>`;
}

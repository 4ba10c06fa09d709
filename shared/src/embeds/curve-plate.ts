import { dayCurveOf } from '../analysis/day-curve-of.ts';
import type { ResolvedPack } from '../pack/pack.ts';
import type { NationalScene } from '../scenes/national-scene-of.ts';
import { nationalSceneOf } from '../scenes/national-scene-of.ts';
import { sceneWords } from '../scenes/scene-words.ts';
import { curveDrawing, curveSizes } from './curve-drawing.ts';
import type { EmbedMoment } from './embed-moment-of.ts';
import type { EmbedPlate } from './embed-plate.ts';
import type { EmbedRequest } from './embed-request.ts';
import { embedWords } from './embed-words.ts';
import type { Markup } from './markup.ts';
import { markup } from './markup.ts';
import { countryLine, plateFrame } from './plate-frame.ts';

/** The country's day: what was announced at each hour, beside the vote that was announced at the same hours. */
export function curvePlate(moment: EmbedMoment, resolved: ResolvedPack, request: EmbedRequest): EmbedPlate {
  const scene = nationalSceneOf(moment.state, resolved, moment.now, request.lang);
  const words = embedWords[request.lang];
  const remarks = scene.earlier?.remarks ?? [];
  const body = markup`<div class="day">
${countryLine(request, resolved, scene.frame)}
${linesKey(scene)}
${curveSizes.map((size) => curveDrawing(scene, size))}
${tableMarkup(scene, moment, resolved, request)}
${remarks.length === 0 ? null : markup`<p class="remarks">${remarks.join(' ')}</p>`}
</div>`;
  return { frame: scene.frame, body: plateFrame({ request, resolved, frame: scene.frame, heading: words.day, body }) };
}

/** What each line is, and how far apart they are at the hour that is shown. */
function linesKey({ name, earlier }: NationalScene): Markup {
  const other =
    earlier === null
      ? null
      : markup`<li><i class="key-earlier"></i>${earlier.label ?? earlier.name}</li>${
          earlier.difference === null
            ? null
            : markup`<li><b>${earlier.difference.text}</b> ${earlier.difference.words}</li>`
        }`;
  return markup`<ul class="lines"><li><i class="key-own"></i><b>${name}</b></li>${other}</ul>`;
}

/** The same for those who see no lines: every hour with its figure, or with the reason why there is none. */
function tableMarkup(
  scene: NationalScene,
  { state, now }: EmbedMoment,
  resolved: ResolvedPack,
  request: EmbedRequest,
): Markup {
  const words = embedWords[request.lang];
  const missing = sceneWords[request.lang].missing;
  const reasons = new Map(
    dayCurveOf(state, resolved, resolved.pack.root, now).map((point) => [point.cutoff, point.missing]),
  );
  const rows = scene.times.map(({ cutoff, label }, index) => {
    const own = scene.points[index]?.text ?? missing[reasons.get(cutoff) ?? 'awaited'];
    const then = scene.earlier === null ? null : markup`<td>${scene.earlier.points[index]?.text ?? '–'}</td>`;
    return markup`<tr><th scope="row">${label}</th><td>${own}</td>${then}</tr>`;
  });
  const other = scene.earlier === null ? null : markup`<th scope="col">${scene.earlier.name}</th>`;
  return markup`<table class="only-heard"><caption>${words.day}, %</caption><thead><tr><th scope="col">${words.time}</th><th scope="col">${scene.name}</th>${other}</tr></thead><tbody>${rows}</tbody></table>`;
}

import type { ResolvedPack } from '../pack/pack.ts';
import type { SceneFrame, SceneHero } from '../scenes/scene-frame-of.ts';
import { sceneFrameOf } from '../scenes/scene-frame-of.ts';
import { sceneWords } from '../scenes/scene-words.ts';
import type { EmbedMoment } from './embed-moment-of.ts';
import type { EmbedPlate } from './embed-plate.ts';
import type { EmbedRequest } from './embed-request.ts';
import type { Markup } from './markup.ts';
import { markup } from './markup.ts';
import { asOfLine, heroFigure, plateFrame, splitLine, waitingLines } from './plate-frame.ts';
import { railMarkup } from './rail-markup.ts';

/** The country's figure with its time, its counts and the day's rail. */
export function numberPlate({ state, now }: EmbedMoment, resolved: ResolvedPack, request: EmbedRequest): EmbedPlate {
  const frame = sceneFrameOf(state, resolved, now, request.lang);
  const { hero } = frame;
  const turnout = sceneWords[request.lang].turnout;
  const body = markup`<div class="number">
${hero === null ? waitingLines(frame) : heroLines(frame, hero)}
</div>
${railMarkup(frame.rail, request)}`;
  const heading = `${frame.title}: ${turnout}`;
  return { frame, body: plateFrame({ request, resolved, frame, heading, under: frame.subtitle, body }) };
}

function heroLines(frame: SceneFrame, hero: SceneHero): Markup {
  const counts =
    hero.ballots === null
      ? null
      : markup`\n<p class="counts">${splitLine(hero.ballots)}${hero.electorate === null ? null : ` ${hero.electorate}`}</p>`;
  return markup`${heroFigure(hero)}
<div class="number-lines">${asOfLine(frame, hero)}
<p class="measured">${hero.percentOfVoters} ${hero.receivedBallots}</p>${counts}</div>`;
}

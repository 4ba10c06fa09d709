import { formatPercent } from '../format/number.ts';
import type { ResolvedPack } from '../pack/pack.ts';
import type { SceneFrame, SceneHero, SplitLine } from '../scenes/scene-frame-of.ts';
import { sceneWords } from '../scenes/scene-words.ts';
import type { EmbedRequest } from './embed-request.ts';
import { boardPathOf } from './embed-request.ts';
import { embedWords } from './embed-words.ts';
import type { Markup } from './markup.ts';
import { markup } from './markup.ts';

/** The word in all three languages at once: a picture travels further than its page. */
const rehearsalWords = markup`<span lang="ru">${sceneWords.ru.rehearsal}</span> · <span lang="kk">${sceneWords.kk.rehearsal}</span> · <span lang="en">${sceneWords.en.rehearsal}</span>`;

/** The ballot's stub with its torn edge and a tick. */
const stub = markup`<svg class="stub" viewBox="0 0 22 34" width="15" height="23" aria-hidden="true"><path class="stub-paper" d="M0 0H22V2.4a2.6 2.6 0 0 0 0 5.2v3.4a2.6 2.6 0 0 0 0 5.2v1.6a2.6 2.6 0 0 0 0 5.2v3.4a2.6 2.6 0 0 0 0 5.2V34H0Z"/><path class="stub-tick" d="M4.6 17.4 8.7 22 15.4 11.4"/></svg>`;

/** What every embed carries around its own figure: the vote, the source, the way back, and a rehearsal's stripes. */
export function plateFrame(parts: {
  readonly request: EmbedRequest;
  readonly resolved: ResolvedPack;
  readonly frame: SceneFrame;
  readonly heading: string;
  /** What stands under the heading; the vote where it is not given. */
  readonly under?: string;
  readonly body: Markup;
}): Markup {
  const { request, frame, heading, body } = parts;
  const words = embedWords[request.lang];
  const isRehearsal = frame.mode === 'rehearsal';
  return markup`<article class="plate" data-kind="${request.kind}" data-mode="${frame.mode}" data-cutoff="${frame.cutoff ?? ''}">
${isRehearsal ? markup`<p class="rehearsal"><b>${rehearsalWords}</b></p>\n` : null}<header class="plate-head">
<h1>${heading}</h1>
<p class="vote">${parts.under ?? `${frame.title} · ${frame.subtitle}`}</p>
</header>
${body}
<footer class="plate-foot">
<p class="source">${frame.hero === null ? null : markup`<span class="tag">${frame.hero.statusWord}</span> `}${sourceLine(frame)}</p>
<p class="measure-note">${words.measure}</p>
<a class="to-board" href="${boardPathOf(request)}" target="_blank" rel="noopener">${stub}<b lang="ru">явка</b> <span>${words.board}</span></a>
</footer>
</article>`;
}

function sourceLine(frame: SceneFrame): Markup {
  const said = frame.hero === null ? null : `, ${frame.hero.announcement}`;
  return markup`${frame.sourceWord} <b>${frame.sourceName}</b>${said}`;
}

/** The figure itself with its sign, as large as its kind of embed has it. */
export function heroFigure(hero: SceneHero): Markup {
  const sign = hero.isNumber ? markup`<span class="hero-percent">%</span>` : null;
  return markup`<p class="hero" data-long="${hero.text.length > 5 ? 'yes' : 'no'}"><span class="hero-figure">${hero.text}</span>${sign}</p>`;
}

/** Figure's time and whose clock it is of; on a plate of its own once the next announcement is late. */
export function asOfLine(frame: SceneFrame, hero: SceneHero): Markup {
  const clock = hero.isByClock ? `, ${frame.timeLabel}` : '';
  const corrected = hero.corrected === null ? null : markup` <span class="corrected">${hero.corrected}</span>`;
  const line =
    hero.stalePlate === null
      ? markup`${splitLine(hero.asOf)}${clock}`
      : markup`<b class="stale-plate">${hero.stalePlate}</b>${clock}`;
  return markup`<p class="as-of">${line}${corrected}</p>`;
}

export function splitLine({ before, value, after }: SplitLine): Markup {
  return markup`${before}<b>${value}</b>${after}`;
}

/** In place of a number before the first one: what is expected and when. */
export function waitingLines(frame: SceneFrame): Markup {
  if (frame.waiting === null) return markup``;
  const { expected, electorate } = frame.waiting;
  const voters = electorate === null ? null : markup`\n<p class="counts">${splitLine(electorate)}</p>`;
  return markup`<p class="waiting">${splitLine(expected)}, ${frame.timeLabel}</p>${voters}`;
}

/** The country in one line, over a picture of its parts. */
export function countryLine(request: EmbedRequest, resolved: ResolvedPack, frame: SceneFrame): Markup {
  const { hero } = frame;
  if (hero === null) return waitingLines(frame);
  const name = resolved.pack.areas.find((area) => area.id === resolved.pack.root)?.shortNames[request.lang] ?? '';
  return markup`<div class="country"><p class="country-figure"><span>${name}</span> <b>${percentOf(hero, request)}</b></p>
${asOfLine(frame, hero)}</div>`;
}

/** The hero's figure with its sign in a line of text. */
export function percentOf(hero: SceneHero, { lang }: Pick<EmbedRequest, 'lang'>): string {
  return hero.isNumber ? `${hero.text}${formatPercent(0, lang, 0).slice(1)}` : hero.text;
}

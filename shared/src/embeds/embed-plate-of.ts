import { fillWords } from '../format/fill-words.ts';
import type { InstantMs } from '../ids.ts';
import type { ElectionState } from '../log/state.ts';
import type { ResolvedPack } from '../pack/pack.ts';
import type { SceneFrame } from '../scenes/scene-frame-of.ts';
import { curvePlate } from './curve-plate.ts';
import { embedChangesAt } from './embed-changes-at.ts';
import type { EmbedMoment } from './embed-moment-of.ts';
import { embedMomentOf } from './embed-moment-of.ts';
import type { EmbedPlate } from './embed-plate.ts';
import type { EmbedRequest } from './embed-request.ts';
import { embedWords } from './embed-words.ts';
import { mapPlate } from './map-plate.ts';
import { numberPlate } from './number-plate.ts';
import { percentOf } from './plate-frame.ts';
import { rankingPlate } from './ranking-plate.ts';

/** What a page puts up whole, and until when the clock leaves it as it is. */
export interface ShownEmbed {
  readonly html: string;
  /** For the window and for a frame around it: figure, time, what it is. */
  readonly title: string;
  readonly changesAt: InstantMs | null;
}

const plates: Record<
  EmbedRequest['kind'],
  (moment: EmbedMoment, resolved: ResolvedPack, request: EmbedRequest) => EmbedPlate
> = { number: numberPlate, map: mapPlate, curve: curvePlate, ranking: rankingPlate };

/**
 * An embed of a state at a moment: the very same text on the server and in the browser.
 * @param now the election's time
 */
export function embedPlateOf(
  state: ElectionState,
  resolved: ResolvedPack,
  now: InstantMs,
  request: EmbedRequest,
): ShownEmbed {
  const moment = embedMomentOf(state, resolved, request.at, now);
  const { frame, body } = plates[request.kind](moment, resolved, request);
  return {
    html: body.html,
    title: titleOf(frame, request),
    // The clock of a moment that is over stands.
    changesAt: moment.now < now ? null : embedChangesAt(moment, resolved),
  };
}

function titleOf({ title, hero }: SceneFrame, request: EmbedRequest): string {
  const words = embedWords[request.lang];
  if (hero === null) return `${title} · ${words.name}`;
  return fillWords(words.pageTitle, { turnout: percentOf(hero, request), time: hero.asOf.value, name: title });
}

import type { SceneFrame } from '../scenes/scene-frame-of.ts';
import type { Markup } from './markup.ts';

/** One embed as it is drawn: its frame's facts, and its markup. */
export interface EmbedPlate {
  readonly frame: SceneFrame;
  readonly body: Markup;
}

import type { EmbedKind } from '@yavka/shared/embeds/embed-request';
import type { AreaId, CutoffId } from '@yavka/shared/ids';

import type { PictureGround } from './picture-grounds.ts';

/** What of a page can be taken away. */
export interface TakenView {
  /** In the name of the file: `map`, `day`. */
  readonly name: string;
  /** Above the picture. */
  readonly title: string;
  /** What is measured, where the title does not say it. */
  readonly unit: string | null;
  /** How to read it, below the picture. */
  readonly note: string | null;
  readonly ground: PictureGround;
  /** What is drawn, from top to bottom, as it stands on the page when it is asked for; none where it is no picture. */
  readonly parts: () => readonly Element[];
  readonly cutoff: CutoffId | null;
  /** The area that it is about; null for all of them. */
  readonly area: AreaId | null;
  /** Whether borders are drawn: their maker is named. */
  readonly hasBorders: boolean;
  /** The embed that shows the same in other people's pages, at a cutoff or always the newest; null where there is none. */
  readonly embed: { readonly kind: EmbedKind; readonly at: CutoffId | null } | null;
}

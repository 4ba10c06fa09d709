import { embedRequestOf } from '@yavka/shared/embeds/embed-request';

import type { EmbedWorld } from './follow-pointer.ts';
import type { GetJson } from './renew-embed.ts';
import { embedRenewal } from './renew-embed.ts';
import { showPlate } from './show-plate.ts';

/**
 * Draws in a page what its own address asks for.
 * @throws Error at an address that is no embed's
 */
export function drawnIn(page: HTMLElement, get: GetJson): EmbedWorld['renew'] {
  const { pathname, search } = window.location;
  const request = embedRequestOf(pathname, Object.fromEntries(new URLSearchParams(search)));
  if (request === null) throw new Error('no embed');
  return embedRenewal(request, get, (plate) => showPlate(page, plate));
}

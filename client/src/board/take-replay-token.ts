import type { tabMemory } from '../feed/tab-memory.ts';

const storageKey = 'yavka.replay';
const tokenPattern = /^#replay=([A-Za-z0-9._~-]{8,200})$/;

/**
 * Takes the replay's token out of the page's fragment and out of the address bar, so that it is neither copied with a
 * link nor seen on a projected screen. It is kept for this tab only.
 * @returns null when this page was not opened for control
 */
export function takeReplayToken(page: Pick<Window, 'location' | 'history'>, kept: typeof tabMemory): string | null {
  const token = tokenPattern.exec(page.location.hash)?.[1] ?? null;
  if (token === null) return kept.recall(storageKey);
  kept.keep(storageKey, token);
  page.history.replaceState(page.history.state, '', page.location.pathname + page.location.search);
  return token;
}

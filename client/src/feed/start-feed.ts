import { awaitNewPage } from './await-new-page.ts';
import { machineNow } from './clock.ts';
import { pageElapsed } from './page-elapsed.ts';
import type { FeedSettings } from './feed-driver.ts';
import { runFeed } from './feed-driver.ts';
import { openFeedSocket } from './feed-socket.ts';
import { getJson } from './get-json.ts';
import { keepGeometry } from './keep-geometry.ts';
import { jitterMs } from './random.ts';
import { useFeed } from './store.ts';
import { tabMemory } from './tab-memory.ts';
import { tellPainted } from './tell-painted.ts';
import { after } from './timer.ts';
import { watchPage } from './watch-page.ts';

const reloadedFor = 'yavka.reloadedFor';

/**
 * Begins to follow the election and keeps `useFeed` in step, through restarts, cut cables and sleep, until stopped.
 * @returns stops it
 */
export function startFeed(settings: FeedSettings): () => void {
  const network = { get: getJson, after, jitterMs };
  const driver = runFeed(settings, useFeed, {
    ...network,
    openSocket: openFeedSocket,
    elapsed: pageElapsed,
    machineNow,
    awaitNewPage: (askAgain) =>
      awaitNewPage(
        {
          ...network,
          reload: () => window.location.reload(),
          remembered: () => tabMemory.recall(reloadedFor),
          remember: (reason) => tabMemory.keep(reloadedFor, reason),
          mayReload: () => settings.lane !== 'air' || useFeed.getState().state === null,
        },
        askAgain,
      ),
  });
  const stops = [
    driver.stop,
    keepGeometry(useFeed, network),
    watchPage(window, machineNow, driver.tell),
    tellPainted(useFeed, machineNow, driver.painted),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

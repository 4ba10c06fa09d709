import { awaitNewPage } from './await-new-page.ts';
import { machineNow, pageElapsed } from './clock.ts';
import type { FeedSettings } from './feed-driver.ts';
import { runFeed } from './feed-driver.ts';
import { openFeedSocket } from './feed-socket.ts';
import { keepGeometry } from './keep-geometry.ts';
import { jitterMs } from './random.ts';
import type { Get } from './read-server.ts';
import { useFeed } from './store.ts';
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
          remembered: () => window.sessionStorage.getItem(reloadedFor),
          remember: (reason) => window.sessionStorage.setItem(reloadedFor, reason),
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

const getJson: Get = async (path, { token, fresh, signal }) => {
  const response = await fetch(path, {
    signal,
    cache: fresh ? 'no-store' : 'default',
    headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
  });
  const body: unknown = response.ok ? await response.json() : null;
  return { status: response.status, body };
};

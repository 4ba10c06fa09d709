import { PROTOCOL_VERSION } from '@yavka/shared/protocol/wire';
import { describe, expect, it } from 'vitest';

import type { NewPageWorld } from './await-new-page.ts';
import { awaitNewPage } from './await-new-page.ts';

function waiting(healths: (object | null)[], over: Partial<NewPageWorld> = {}) {
  const done: string[] = [];
  let timer: (() => void) | null = null;
  let memory: string | null = null;
  const world: NewPageWorld = {
    get: () => {
      const body = healths.shift() ?? null;
      return body === null ? Promise.reject(new Error('down')) : Promise.resolve({ status: 200, body });
    },
    after: (_ms, run) => {
      timer = run;
      return () => {
        timer = null;
      };
    },
    jitterMs: (least) => least,
    reload: () => void done.push('reload'),
    remembered: () => memory,
    remember: (reason) => {
      memory = reason;
      return true;
    },
    mayReload: () => true,
    ...over,
  };
  const start = () => awaitNewPage(world, () => void done.push('ask again'));
  const turn = async () => {
    const run = timer;
    timer = null;
    run?.();
    for (let each = 0; each < 10; each += 1) await Promise.resolve();
  };
  return { start, turn, done, isWaiting: () => timer !== null };
}
const newer = { version: '0.2.0', protocolVersion: PROTOCOL_VERSION + 1 };

describe('[FEED-33] a page that is too old', () => {
  it('loads itself again only once the server answers: an outage never swaps the last picture for an error', async () => {
    const page = waiting([null, null, newer]);
    page.start();
    await page.turn();
    await page.turn();
    expect(page.done).toEqual([]);
    await page.turn();
    expect(page.done).toEqual(['reload']);
  });

  it('loads itself once for each version of the server, then only asks again', async () => {
    const page = waiting([newer, newer]);
    page.start();
    await page.turn();
    page.start();
    await page.turn();
    expect(page.done).toEqual(['reload', 'ask again']);
  });

  it('[UI-30] does not load itself again where the browser lets it remember nothing: it would for ever', async () => {
    const page = waiting([newer], { remembered: () => null, remember: () => false });
    page.start();
    await page.turn();
    expect(page.done).toEqual(['ask again']);
  });

  it('never loads itself again on air while it has a picture', async () => {
    const page = waiting([newer], { mayReload: () => false });
    page.start();
    await page.turn();
    expect(page.done).toEqual(['ask again']);
  });

  it('asks nothing more once it is stopped', async () => {
    const page = waiting([newer]);
    const stop = page.start();
    stop();
    expect(page.isWaiting()).toBe(false);
    await page.turn();
    expect(page.done).toEqual([]);
  });
});

import type { Browser, Page, Route } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { pageSizes } from '../../server/page-sizes.mjs';
import { untilPainted } from './pages.ts';
import { recordedElection } from './recorded-election.ts';
import type { RunningServer } from './server.ts';
import { startServer } from './server.ts';

/** Bytes, not milliseconds: they are the same on every machine. */
const mostScript = 130_000;
const mostInAll = 300_000;

const election = recordedElection('kz-2022-11-20-president');
let server: RunningServer;

test.beforeAll(async () => {
  // The end of the day: the longest state that a reader begins with.
  server = await startServer({ args: ['--rehearsal', '--at', '23:30'] });
});
test.afterAll(async () => server.stop());

/** Number, map and lamps. */
async function untilFirstView(page: Page): Promise<void> {
  await expect(page.getByTestId('national-turnout')).toBeVisible();
  await expect(page.locator('svg.map path[data-area]')).toHaveCount(election.regions.length);
  await expect(page.locator('.lamps .lamp')).toHaveCount(3);
}

interface Fetched {
  readonly path: string;
  readonly kind: string;
  readonly bytes: number;
}

/**
 * Opens a board with nothing in any cache, while every script that its HTML does not name, but the words of its
 * language, is held back: what the first view needs is what it stands without.
 */
async function firstViewOf(
  browser: Browser,
  lang: string,
): Promise<{ readonly page: Page; readonly all: readonly Fetched[]; readonly letGo: () => Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const asked = new Map<string, { path: string; kind: string }>();
  const all: Fetched[] = [];
  session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    asked.set(requestId, { path: new URL(request.url).pathname, kind: type ?? '' });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const { path = '', kind = '' } = asked.get(requestId) ?? {};
    all.push({ path, kind, bytes: encodedDataLength });
  });
  const html = await (await fetch(`${server.url}/?lang=${lang}`)).text();
  const held: Route[] = [];
  let isHeld = true;
  await page.route('**/assets/*.js', async (route) => {
    const { pathname } = new URL(route.request().url());
    const words = { kk: 'words-kazakh-', ru: 'words-russian-', en: 'words-english-' }[lang] ?? '';
    if (!isHeld || html.includes(pathname) || pathname.startsWith(`/assets/${words}`)) await route.continue();
    else held.push(route);
  });
  await page.goto(`${server.url}/?lang=${lang}`);
  await untilFirstView(page);
  await page.evaluate(async () => document.fonts.ready);
  const letGo = async (): Promise<void> => {
    isHeld = false;
    await Promise.all(held.splice(0).map(async (route) => route.continue()));
  };
  return { page, all, letGo };
}

/** As a server sends it to a reader who takes gzip. */
async function gzippedBytes(path: string): Promise<number> {
  const answer = await fetch(`${server.url}${path}`, { headers: { 'Accept-Encoding': 'gzip' } });
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  return Number(answer.headers.get('content-length'));
}

for (const lang of ['ru', 'kk', 'en']) {
  test(`[BOARD-31] number, map and lamps come in 130 kB of script and 300 kB in all, ${lang}`, async ({ browser }) => {
    const { page, all, letGo } = await firstViewOf(browser, lang);
    const scripts = all.filter(({ kind }) => kind === 'Script').map(({ path }) => path);
    const bytes = await Promise.all(scripts.filter((path) => path.startsWith('/assets/')).map(gzippedBytes));
    const script = bytes.reduce((sum, each) => sum + each, 0);
    const inAll = all.reduce((sum, each) => sum + each.bytes, 0);
    const list = all.map(({ path, bytes: each }) => `${String(each).padStart(7)} ${path}`).join('\n');
    test.info().annotations.push({ type: 'bytes', description: `script ${script} gzip, ${inAll} in all\n${list}` });
    process.stdout.write(`first view, ${lang}: script ${script} bytes gzip, ${inAll} bytes in all as transferred\n`);
    expect(script, list).toBeLessThanOrEqual(mostScript);
    expect(inAll, list).toBeLessThanOrEqual(mostInAll);
    // What the build prints is what is sent.
    expect(pageSizes().find(({ name }) => name === 'board')?.script[lang]).toBe(script);
    // And with the rest let go the page is whole.
    await letGo();
    await expect(page.locator('.recharts-surface').first()).toBeAttached();
    await untilPainted(page, 1);
    await page.context().close();
  });
}

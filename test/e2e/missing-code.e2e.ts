import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import type { RunningServer } from './server.ts';
import { startServer } from './server.ts';

/** The link is down for files of this name, and for the question whether the server is there. */
async function without(page: Page, name: string): Promise<() => Promise<void>> {
  const paths = [`**/assets/${name}-*`, '**/healthz'];
  for (const path of paths) await page.route(path, async (route) => route.abort());
  return async () => {
    for (const path of paths) await page.unroute(path);
  };
}

test.describe('code that does not come', () => {
  let server: RunningServer;
  test.beforeAll(async () => {
    server = await startServer({ pack: 'test-two-zones', args: ['--rehearsal', '--at', '20:05'] });
  });
  test.afterAll(() => server?.stop());

  for (const [lang, words, said, heading] of [
    ['ru', 'words-russian', 'Страница загрузилась не целиком', 'На тот же час'],
    ['kk', 'words-kazakh', 'Бет толық жүктелмеді', 'Дәл осы сағатта'],
    ['en', 'words-english', 'The page has not loaded completely', 'At the same hour'],
  ] as const) {
    test(`[UI-34] a page whose words do not come says so in its language, and opens once they do (${lang})`, async ({
      page,
    }) => {
      const mend = await without(page, words);
      await page.goto(`${server.url}/day?lang=${lang}`);
      await expect(page.getByRole('alert')).toContainText(said);
      await expect(page.getByRole('alert').getByRole('button')).toBeVisible();
      await page.evaluate(() => Object.assign(globalThis, { isTheSame: true }));
      await mend();
      await expect(page.getByRole('heading', { level: 2, name: heading }).first()).toBeVisible();
      await expect(page.getByRole('alert')).toHaveCount(0);
      expect(await page.evaluate(() => 'isTheSame' in globalThis)).toBe(true);
    });
  }

  test('[BOARD-37] a page of the board whose code and sheet do not come has both once they do, without being loaded again', async ({
    page,
  }) => {
    const mend = await without(page, 'StationsPage');
    await page.goto(`${server.url}/?lang=en`);
    await expect(page.locator('.hero-digits').first()).toBeVisible();
    await page.evaluate(() => Object.assign(globalThis, { isTheSame: true }));
    await page.getByRole('navigation').getByRole('link', { name: 'Stations' }).first().click();
    await expect(page.locator('.page-failed')).toContainText('could not be loaded');
    // The figures stand whatever else is missing.
    await expect(page.getByTestId('national-strip')).toContainText('as of 18:00');
    await mend();
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    await expect(page.locator('.page-failed')).toHaveCount(0);
    const sheets = await page.evaluate(() =>
      [...document.querySelectorAll('link')].flatMap(({ rel, href, sheet }) =>
        rel === 'stylesheet' && href.includes('StationsPage') && sheet !== null ? [sheet.cssRules.length] : [],
      ),
    );
    expect(sheets).toEqual([expect.any(Number)]);
    expect(await page.evaluate(() => 'isTheSame' in globalThis)).toBe(true);
  });

  test('[FEED-57] a page whose socket’s code did not come at first follows all the same, without being loaded again', async ({
    page,
  }) => {
    const mend = await without(page, 'feed-socket-to');
    const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('feed-socket-to'));
    await page.goto(`${server.url}/?lang=en`);
    await failed;
    await page.evaluate(() => Object.assign(globalThis, { isTheSame: true }));
    const socket = page.waitForEvent('websocket');
    await mend();
    await (await socket).waitForEvent('framereceived');
    expect(await page.evaluate(() => 'isTheSame' in globalThis)).toBe(true);
  });

  test('[BOARD-38] code that a newer build has under another name loads the page again at its address, once and not for ever', async ({
    page,
  }) => {
    let loads = 0;
    let asked = 0;
    page.on('load', () => (loads += 1));
    await page.route('**/assets/StationsPage-*.js*', async (route) => {
      asked += 1;
      await route.fulfill({ status: 404, body: 'Not found' });
    });
    const address = `${server.url}/stations?lang=en&area=TT-W`;
    await page.goto(address);
    await expect.poll(() => loads).toBe(2);
    const askedBefore = asked;
    // Loaded again it fares no better: it says so, and goes on asking without another loading.
    await expect(page.locator('.page-failed')).toContainText('could not be loaded');
    await expect.poll(() => asked).toBeGreaterThan(askedBefore + 2);
    expect([loads, page.url()]).toEqual([2, address]);
  });
});

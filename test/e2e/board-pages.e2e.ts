import { expect, test } from '@playwright/test';

import type { RunningServer } from './server.ts';
import { startServer } from './server.ts';

test.describe('the pages of the board', () => {
  let server: RunningServer;
  test.beforeAll(async () => {
    server = await startServer({ pack: 'test-two-zones', args: ['--rehearsal', '--at', '20:05'] });
  });
  test.afterAll(() => server?.stop());

  test('[BOARD-21, BOARD-22] each opens under its own address, is gone to without loading anew, and the way back leads back', async ({
    page,
  }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${server.url}/stations?lang=en`);
    await expect(page.getByTestId('national-strip')).toContainText('as of 18:00');
    await page.evaluate(() => Object.assign(globalThis, { isTheSame: true }));
    const nav = page.getByRole('navigation', { name: 'Pages of the board' });
    for (const name of ['The day', 'Regions', 'Announcements']) {
      await nav.getByRole('link', { name }).click();
      await expect(nav.getByRole('link', { name })).toHaveAttribute('aria-current', 'page');
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    }
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/announcements?lang=en');
    await page.goBack();
    await expect(page).toHaveURL(/\/regions\?lang=en$/);
    await expect(nav.getByRole('link', { name: 'Regions' })).toHaveAttribute('aria-current', 'page');
    expect(await page.evaluate(() => 'isTheSame' in globalThis)).toBe(true);
    expect(errors).toEqual([]);
  });

  test('[BOARD-21] the server answers no other address with the board', async ({ request }) => {
    expect((await request.get(`${server.url}/regions/TT-W`)).ok()).toBe(true);
    expect((await request.get(`${server.url}/nothing`)).status()).toBe(404);
    expect((await request.get(`${server.url}/day/TT-W`)).status()).toBe(404);
  });
});

test('[BOARD-2, BOARD-11, DAY-1] the day of a region is compared in a real browser, and its figure tells where it comes from', async ({
  page,
}) => {
  const server = await startServer({ args: ['--rehearsal', '--at', '18:05'] });
  try {
    await page.goto(`${server.url}/day?lang=ru`);
    await page.getByRole('searchbox').fill('Almaty');
    await page.getByRole('button', { name: /^Алматы / }).click();
    await expect(page).toHaveURL(/pins=KZ-75/);
    await expect(page.locator('.curve-picture svg.recharts-surface')).toBeVisible();
    const row = page.locator('.day-compared tr', { has: page.getByRole('rowheader', { name: '18:05' }) });
    // 27,93 stated; 49,2 in 2019: 21,3 points behind.
    await expect(row).toContainText('27,93');
    await expect(row).toContainText('−21,3');
    await row.getByRole('button').click();
    await expect(page.getByRole('complementary', { name: 'Откуда эта цифра' })).toContainText('27,93');
  } finally {
    await server.stop();
  }
});

test('[STA-6, STA-7, STA-8] the stations of the world stand on their own clocks, across midnight', async ({ page }) => {
  const server = await startServer({ args: ['--rehearsal', '--no-replay', '--at', '20:05'] });
  try {
    await page.goto(`${server.url}/stations?lang=en`);
    await expect(page.locator('.wave-next')).toContainText('20:30');
    await expect(page.locator('.wave-later li').first()).toContainText('West – 1,883');
    await page.getByRole('searchbox', { name: 'Find a city or a country' }).fill('япон');
    const city = page.locator('.city');
    await expect(city).toHaveCount(1);
    await expect(city).toContainText('Tokyo');
    await expect(city.locator('.city-clock')).toHaveText('23:05');
    await page.getByRole('searchbox', { name: 'Find a city or a country' }).fill('san fr');
    await expect(city).toHaveAttribute('data-status', 'notYetOpen');
    await expect(city.locator('.city-clock')).toHaveText('06:05');
    await page.getByRole('button', { name: /^West/ }).click();
    await expect(page.locator('.hours-areas li')).toHaveCount(5);
    await expect(page.locator('.hours-areas li').first()).toContainText('08:00–21:00');
  } finally {
    await server.stop();
  }
});

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { nationalDigits, openPage, paintedAreas, wasNeverReloaded } from './pages.ts';
import { percent, recordedElection } from './recorded-election.ts';
import type { RunningServer } from './server.ts';
import { startServer } from './server.ts';

const election = recordedElection('kz-2022-11-20-president');

/** At 20:05 the commission has told of twelve: the nine it passed over keep their figures of 18:05, marked stale. */
const twelveFigures = { above: 4, approaching: 6, exact: 1, stale: 9 };

/** How many areas of the map are painted in which way. */
async function looksOf(page: Page): Promise<Record<string, number>> {
  const looks = Object.values(await paintedAreas(page)).map(({ look }) => look);
  return Object.fromEntries([...new Set(looks)].map((look) => [look, looks.filter((each) => each === look).length]));
}

test.describe('driving the replayed day', () => {
  test.describe.configure({ mode: 'serial' });

  let server: RunningServer;
  let driver: Page;
  let onlooker: Page;

  test.beforeAll(async ({ browser }) => {
    server = await startServer({ args: ['--rehearsal'] });
    driver = await openPage(browser, server.replayUrl ?? '');
    onlooker = await openPage(browser, `${server.url}/?lang=en`);
  });
  test.afterAll(async () => {
    for (const page of [driver, onlooker]) await page?.context().close();
    await server?.stop();
  });

  const position = async () =>
    (await (await fetch(`${server.url}/api/v1/replay`)).json()) as { running: boolean; rate: number; at: number };
  const controls = () => driver.getByRole('region', { name: 'Управление показом дня' });
  const seekTo = async (label: string): Promise<void> =>
    controls()
      .getByRole('button', { name: `Перейти к срезу ${label}` })
      .click();

  test('[BOARD-7, PLAY-5, HOUSE-23] only the page opened from the printed address has controls, which break no rule of accessibility, and the token leaves the address', async () => {
    await expect(controls()).toBeVisible();
    const { violations } = await new AxeBuilder({ page: driver }).setLegacyMode().include('.replay').analyze();
    expect(violations).toEqual([]);
    expect(driver.url()).not.toContain('replay=');
    await expect(onlooker.locator('.board')).toBeVisible();
    await expect(onlooker.locator('.replay')).toHaveCount(0);
  });

  test('[PLAY-5, ACC-1] without that token the server refuses to be driven, with an operator’s too', async () => {
    const before = await position();
    for (const [token, status] of [
      [null, 401],
      ['yv_not-a-token-at-all', 401],
      [server.deskToken, 403],
    ] as const) {
      const answer = await fetch(`${server.url}/api/v1/replay`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ action: 'speed', rate: 600 }),
      });
      expect(answer.status).toBe(status);
    }
    expect((await position()).rate).toBe(before.rate);
  });

  test('[CLK-1] pauses and runs on', async () => {
    await controls().getByRole('button', { name: 'Пауза' }).click();
    await expect(controls().getByRole('button', { name: 'Пуск' })).toBeVisible();
    const standing = await position();
    expect(standing.running).toBe(false);
    expect((await position()).at).toBe(standing.at);
    await controls().getByRole('button', { name: 'Пуск' }).click();
    await expect(controls().getByRole('button', { name: 'Пауза' })).toBeVisible();
    await expect.poll(async () => (await position()).at).toBeGreaterThan(standing.at);
  });

  test('[CLK-1] changes its speed', async () => {
    const slow = controls().getByRole('button', { name: '10×', exact: true });
    await slow.click();
    await expect(slow).toHaveAttribute('aria-pressed', 'true');
    expect((await position()).rate).toBe(10);
  });

  test('[PLAY-2, FEED-10, FEED-23] seeks to 20:05: another log is swapped in, and every page follows it without a reload', async () => {
    await seekTo('20:05');
    await expect(nationalDigits(driver)).toHaveText('69,31');
    await expect(nationalDigits(onlooker)).toHaveText('69.31');
    for (const page of [driver, onlooker]) {
      await expect.poll(() => looksOf(page)).toEqual(twelveFigures);
      expect(await wasNeverReloaded(page)).toBe(true);
    }
  });

  test('[PLAY-2] seeks to the final record, and back to the first announcement: nothing of the later log stays', async () => {
    await seekTo('итог');
    await expect(nationalDigits(driver)).toHaveText('69,44');
    await expect(nationalDigits(onlooker)).toHaveText('69.44');
    await expect(driver.locator('.hero .tag[data-status="final"]')).toBeVisible();
    await seekTo('10:05');
    const first = election.announcement('announcement-1005');
    await expect(nationalDigits(driver)).toHaveText(percent(first.national.turnout?.min ?? 0));
    await expect(nationalDigits(onlooker)).toHaveText(percent(first.national.turnout?.min ?? 0, '.'));
    await expect(onlooker.locator('.ledger-row')).toHaveCount(1);
    await expect(onlooker.locator('body')).not.toContainText('69.44');
    for (const page of [driver, onlooker]) expect(await wasNeverReloaded(page)).toBe(true);
  });
});

test.describe('how a server is started', () => {
  test('[PLAY-2] --at 20:05 stands there with the twelve figures, the west still open', async ({ page }) => {
    const server = await startServer({ args: ['--rehearsal', '--at', '20:05'] });
    try {
      await page.goto(`${server.url}/?lang=ru`);
      await expect(nationalDigits(page)).toHaveText('69,31');
      await expect(page.locator('.head-clock')).toContainText('20:05');
      await expect.poll(() => looksOf(page)).toEqual(twelveFigures);
      const areas = Object.values(await paintedAreas(page));
      expect(areas.filter(({ polls }) => polls === 'open')).toHaveLength(5);
      await expect(page.getByTestId('tear-line')).toBeVisible();
      const { running } = (await (await fetch(`${server.url}/api/v1/replay`)).json()) as { running: boolean };
      expect(running).toBe(false);
    } finally {
      await server.stop();
    }
  });

  test('[SCN-1, FEED-28] a live server serves an empty day, and a screen that insists on live shows it', async ({
    browser,
  }) => {
    const server = await startServer({ args: ['--live'] });
    try {
      const board = await openPage(browser, `${server.url}/?lang=ru`);
      await expect(board.locator('.hero-empty')).toBeVisible();
      await expect(board.getByTestId('rehearsal')).toHaveCount(0);
      await expect(board.locator('.replay')).toHaveCount(0);
      await expect(board.locator('.ledger-row')).toHaveCount(0);
      const studio = await openPage(browser, `${server.url}/studio?scene=national&expects=live`);
      await expect(studio.getByTestId('waiting')).toBeVisible();
      await expect(studio.getByTestId('rehearsal')).toHaveCount(0);
      expect((await fetch(`${server.url}/api/v1/replay`)).status).toBe(404);
      for (const page of [board, studio]) await page.context().close();
    } finally {
      await server.stop();
    }
  });

  test('[FEED-28, SCN-13] a screen that insists on live shows nothing of a rehearsal', async ({ browser }) => {
    const server = await startServer({ args: ['--rehearsal', '--at', '20:05'] });
    try {
      const willing = await openPage(browser, `${server.url}/studio?scene=national`);
      await expect(willing.getByTestId('hero')).toHaveText(/^69,31/);
      await expect(willing.getByTestId('rehearsal')).toBeVisible();
      const context = await browser.newContext();
      const refusing = await context.newPage();
      const told = refusing.waitForResponse((response) => response.url().includes('/api/v1/snapshot'));
      await refusing.goto(`${server.url}/studio?scene=national&expects=live`);
      await expect(refusing.getByTestId('stage')).toBeAttached();
      // It has asked and been told, and still nothing stands on the stage.
      await (await told).finished();
      await refusing.evaluate(async () => {
        // What was asked for later has come too, and the page has drawn since.
        await (await fetch('/api/v1/snapshot')).json();
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      });
      await expect(refusing.getByTestId('stage')).toBeEmpty();
      for (const page of [willing, refusing]) await page.context().close();
    } finally {
      await server.stop();
    }
  });
});

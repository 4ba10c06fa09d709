import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { openPage, untilAtRest } from './pages.ts';
import type { RunningServer } from './server.ts';
import { startServer } from './server.ts';

const pages = ['/', '/day', '/regions', '/regions/KZ-10', '/stations', '/announcements', '/dispatches'];
/** Their tables of earlier votes still ask for a few pixels more. */
const wide = new Set(['/day', '/regions/KZ-10']);

test.describe('the board for everyone, at 20:05 of the recorded day', () => {
  let server: RunningServer;
  test.beforeAll(async () => {
    server = await startServer({ args: ['--rehearsal', '--at', '20:05'] });
  });
  test.afterAll(() => server?.stop());

  test('[UI-32, HOUSE-23] no page breaks a rule of WCAG 2.1 AA, and those without wide tables are no wider than 320 pixels', async ({
    browser,
  }) => {
    for (const path of pages) {
      const board = await openPage(browser, `${server.url}${path}?lang=ru`, { viewport: { width: 320, height: 640 } });
      await expect(board.locator('main h2').first()).toBeAttached();
      await untilAtRest(board);
      const width = await board.evaluate(() => document.documentElement.scrollWidth);
      if (!wide.has(path)) expect(width, path).toBeLessThanOrEqual(320);
      const { violations } = await new AxeBuilder({ page: board })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html ?? ''}`),
        path,
      ).toEqual([]);
      await board.context().close();
    }
  });

  test('[UI-33] on paper the figure and the word of a rehearsal stay, and nothing to press covers them', async ({
    browser,
  }) => {
    const board = await openPage(browser, `${server.url}/?lang=ru`);
    await expect(board.getByTestId('national-turnout')).toBeVisible();
    await expect(board.locator('.page-nav').first()).toBeVisible();
    await board.emulateMedia({ media: 'print' });
    await expect(board.getByTestId('national-turnout')).toBeVisible();
    await expect(board.locator('.hero-asof-time')).toBeVisible();
    await expect(board.locator('.rehearsal-word')).toBeVisible();
    for (const pressed of await board.locator('.page-nav, .languages, .plate-tools').all())
      await expect(pressed).toBeHidden();
    await expect(board.getByTestId('rehearsal')).toHaveCSS('position', 'absolute');
    await board.context().close();
  });
});

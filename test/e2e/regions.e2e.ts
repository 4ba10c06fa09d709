import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { untilAtRest } from './pages.ts';
import type { RunningServer } from './server.ts';
import { startServer } from './server.ts';

const languages = ['ru', 'kk', 'en'] as const;

/** Pairs of names in the comb whose letters stand nearer than a pixel, or over each other. */
function collisions(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const drawn = [...document.querySelectorAll('.comb-name')].map((name) => {
      const range = document.createRange();
      range.selectNodeContents(name);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
      return { text: name.textContent, boxes };
    });
    return drawn.flatMap(({ text, boxes }, index) =>
      drawn
        .slice(index + 1)
        .filter((other) =>
          other.boxes.some((b) =>
            boxes.some(
              (a) => a.right > b.left - 1 && b.right > a.left - 1 && a.bottom > b.top + 2 && b.bottom > a.top + 2,
            ),
          ),
        )
        .map((other) => `${text} – ${other.text}`),
    );
  });
}

test.describe('the pages of the regions at 20:30 of the recorded day', () => {
  let server: RunningServer;
  test.beforeAll(async () => {
    server = await startServer({ args: ['--rehearsal', '--at', '20:30'] });
  });
  test.afterAll(() => server?.stop());

  test('[REG-16] no names of the comb touch, in any language, however wide the page is', async ({ page }) => {
    for (const width of [1024, 1200, 1440, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      for (const path of ['/', '/regions'])
        for (const language of languages) {
          await page.goto(`${server.url}${path}?lang=${language}`);
          await expect(page.locator('.comb-name')).toHaveCount(20);
          await untilAtRest(page);
          expect([width, path, language, await collisions(page)]).toEqual([width, path, language, []]);
        }
    }
    // And it would be seen: the same names set wide do touch.
    await page.locator('.comb-name').evaluateAll((names) => {
      for (const name of names)
        if (name instanceof HTMLElement) name.style.cssText = 'letter-spacing: 0.4em; white-space: nowrap';
    });
    expect(await collisions(page)).not.toEqual([]);
  });

  test('[REG-17] no page is wider than a phone, and none breaks WCAG 2.1 AA', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of ['/regions?pins=KZ-10,KZ-75', '/regions/KZ-10', '/regions/abroad', '/regions/KZ-00'])
      for (const language of languages) {
        await page.goto(`${server.url}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
        await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
        await untilAtRest(page);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect([path, language, wide]).toEqual([path, language, 390]);
        if (language !== 'ru') continue;
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
          .analyze();
        expect(violations.map(({ id, nodes }) => [path, id, nodes[0]?.html.slice(0, 200)])).toEqual([]);
      }
  });

  test('[REG-14, REG-4] one goes from the comb to a region, on to the next, and back to the list as it was', async ({
    page,
  }) => {
    await page.goto(`${server.url}/?lang=en`);
    await page.locator('.comb-cell[data-area="KZ-10"]').getByRole('link').click();
    await expect(page).toHaveURL(/\/regions\/KZ-10\?lang=en$/);
    await expect(page.getByRole('heading', { name: 'Abai Region' })).toBeVisible();
    await page
      .getByRole('navigation', { name: 'Next in the list' })
      .getByRole('link', { name: /after this one/ })
      .click();
    await expect(page.getByRole('heading', { name: 'Zhambyl Region' })).toBeVisible();
    await page.getByRole('link', { name: 'All regions' }).click();
    await page.getByRole('button', { name: 'cities' }).click();
    await expect(page.locator('tr[data-area]')).toHaveCount(3);
    await page.reload();
    await expect(page.locator('tr[data-area]')).toHaveCount(3);
  });
});

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import type { RunningServer } from './server.ts';
import { startServer } from './server.ts';

test.describe('pages in the evening of the recorded day', () => {
  let server: RunningServer;
  test.beforeAll(async () => {
    server = await startServer({ args: ['--rehearsal', '--at', '20:05'] });
  });
  test.afterAll(() => server?.stop());

  for (const [name, address, ready] of [
    ['the board', '/', 'svg.map path[data-area][data-band]:not([data-band=""])'],
    ['the desk', '/desk', '#root h1'],
  ] as const) {
    test(`[HOUSE-23] ${name} breaks no rule of accessibility that a machine can check`, async ({ page }) => {
      await page.goto(server.url + address);
      await expect(page.locator(ready).first()).toBeAttached();
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
      ).toEqual([]);
    });
  }
});

import { expect, test } from '@playwright/test';

import type { RunningServer } from './server.ts';
import { startServer } from './server.ts';

test.describe('the built server and a real browser', () => {
  let server: RunningServer;
  test.beforeAll(async () => {
    server = await startServer({ pack: 'test-two-zones', args: ['--rehearsal', '--no-replay'] });
  });
  test.afterAll(() => server?.stop());

  for (const address of ['/', '/studio?scene=national', '/desk']) {
    test(`${address} opens without an error of its own`, async ({ page }) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      await page.goto(server.url + address);
      await expect(page.locator('#root > *').first()).toBeVisible();
      expect(errors).toEqual([]);
    });
  }

  test('tells what it is and that it has caught up', async ({ request }) => {
    expect((await request.get(`${server.url}/readyz`)).ok()).toBe(true);
    expect(await (await request.get(`${server.url}/healthz`)).json()).toMatchObject({ version: expect.any(String) });
  });
});

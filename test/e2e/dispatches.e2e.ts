import { expect, test } from '@playwright/test';

import { openPage } from './pages.ts';
import { sendCommand } from './send-command.ts';
import type { RunningServer } from './server.ts';
import { startServer } from './server.ts';

test.describe('dispatches', () => {
  let server: RunningServer;
  test.beforeAll(async () => {
    server = await startServer({ pack: 'test-two-zones', args: ['--rehearsal', '--at', '18:00'] });
    await fetch(`${server.url}/api/v1/replay`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${server.adminToken}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ action: 'pause' }),
    });
  });
  test.afterAll(() => server?.stop());

  test('[DIS-3, DIS-4] the board tells a dispatch with its answers; erased, its words leave the page, and every address', async ({
    browser,
  }) => {
    const page = await openPage(browser, `${server.url}/dispatches?lang=en`);
    const recorded = page.locator('[data-dispatch="queue"]');
    await expect(recorded.locator('.dispatch-claim')).toHaveText(/has not moved for an hour/);
    await expect(recorded.locator('.dispatch-standing')).toHaveText(/denied 17:40/);
    await expect(recorded.locator('.dispatch-earlier')).toHaveText(/before: asked/);
    await expect(page.locator('.dispatch-mark')).toHaveCount(1);

    const words = 'A window has been dark since noon.';
    await sendCommand(server, {
      type: 'EnterDispatch',
      dispatch: {
        dispatchId: 'dark',
        area: 'TT-E',
        at: Date.parse('2023-05-21T16:50:00Z'),
        claimant: 'observers',
        officialResponse: 'notAsked',
        source: 'a reporter',
        language: 'en',
      },
      text: words,
    });
    await sendCommand(server, { type: 'VerifyDispatch', dispatchId: 'dark' });
    const entered = page.locator('[data-dispatch="dark"]');
    await expect(entered.locator('.dispatch-claim')).toHaveText(words);
    await page.locator('.dispatch-tools select').first().selectOption('TT-W');
    await expect(entered).toHaveCount(0);
    await page.locator('.dispatch-tools select').first().selectOption('');
    await expect(entered).toBeVisible();

    const textAddress = `${server.url}/api/v1/dispatches/dark/text`;
    expect((await fetch(textAddress)).headers.get('cache-control')).toBe('no-store');
    await sendCommand(server, { type: 'EraseDispatchText', dispatchId: 'dark', reason: 'asked for by law' });
    await expect(entered.locator('.dispatch-claim')).toHaveAttribute('data-text', 'erased');
    expect(await page.content()).not.toContain(words);
    expect((await fetch(textAddress)).status).toBe(404);
    await page.reload();
    await expect(entered.locator('.dispatch-claim')).toHaveAttribute('data-text', 'erased');
    for (const address of ['/api/v1/snapshot', '/api/v1/election', '/api/v1/export.json', '/feed.atom?lang=en'])
      expect(await (await fetch(server.url + address)).text()).not.toContain(words);
    await page.context().close();
  });

  test('[DIS-6] the election tells no words of its recorded dispatches', async ({ request }) => {
    const election = await (await request.get(`${server.url}/api/v1/election`)).text();
    expect(election).toContain('"announcements"');
    expect(election).not.toContain('has not moved for an hour');
  });
});

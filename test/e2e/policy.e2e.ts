import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { nationalDigits } from './pages.ts';
import type { RunningServer } from './server.ts';
import { startServer } from './server.ts';

/** Keeps what the browser says of the page's own policy, from the page's first script on. */
async function keepViolations(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(globalThis, { violations });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      violations.push(`${violatedDirective} ${blockedURI}`);
    });
  });
}

async function keptViolations(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations);
}

test.describe('the policy that the server gives its pages', () => {
  let server: RunningServer;
  test.beforeAll(async () => {
    server = await startServer({ args: ['--rehearsal', '--at', '20:05'] });
  });
  test.afterAll(() => server?.stop());

  for (const [name, address, use] of [
    [
      'the board',
      '/',
      async (page: Page): Promise<void> => {
        await expect(nationalDigits(page)).toHaveText('69,31');
        await expect(page.locator('.recharts-surface').first()).toBeAttached();
        await page.getByTestId('national-turnout').click();
        await page.getByRole('button', { name: 'Таблица' }).click();
      },
    ],
    [
      'the studio',
      '/studio?scene=map',
      async (page: Page): Promise<void> => expect(page.getByTestId('hero')).toHaveText('69,31%'),
    ],
    [
      'the desk',
      '/desk',
      async (page: Page): Promise<void> => {
        await page.locator('#token').fill(server.deskToken);
        await page.locator('#token').press('Enter');
        await page.locator('#announcement-text').fill('По состоянию на 20 часов явка 69,31 процента.');
        await expect(page.getByTestId('reading').locator('tr[data-area]')).toHaveCount(1);
      },
    ],
  ] as const) {
    test(`[ACC-4] ${name} keeps it, with nothing fetched from elsewhere and no error of its own`, async ({ page }) => {
      const errors: string[] = [];
      const elsewhere: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      page.on('request', (request) => {
        if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(server.url))
          elsewhere.push(request.url());
      });
      await keepViolations(page);
      await page.goto(server.url + address);
      await use(page);
      expect(await keptViolations(page)).toEqual([]);
      expect(errors).toEqual([]);
      expect(elsewhere).toEqual([]);
    });
  }

  test('[ACC-4] it lets no script in but the server’s own, and no foreign frame around', async ({ page }) => {
    const answer = await page.goto(`${server.url}/`);
    const headers = answer?.headers() ?? {};
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(headers['content-security-policy']).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|ws:|\*/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['referrer-policy']).toBe('no-referrer');
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.injected = true';
      document.body.append(script);
      return 'injected' in globalThis;
    });
    expect(ran).toBe(false);
  });
});

import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Frame, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { embedKinds } from '@yavka/shared/embeds/embed-request';
import { embedSnippetOf } from '@yavka/shared/embeds/embed-snippet-of';

import { ingest } from './command-line.ts';
import { recordedElection } from './recorded-election.ts';
import { sendCommand } from './send-command.ts';
import type { RunningServer } from './server.ts';
import { startServer } from './server.ts';

const election = recordedElection('test-two-zones');
/** The script that the documentation gives for the page around. */
const heightScript = /<script>([\s\S]*?)<\/script>/.exec(
  readFileSync(new URL('../../docs/embedding.md', import.meta.url), 'utf8'),
)?.[1];

/** Somebody else's site: an article with whatever frames it is given. */
async function startSite(): Promise<{ readonly url: string; readonly server: Server; body: string }> {
  const site = { url: '', body: '', server: createServer() };
  site.server.on('request', (_request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>article</title><h1>Article</h1>${site.body}`);
  });
  await new Promise<void>((resolve) => site.server.listen(0, '127.0.0.1', resolve));
  site.url = `http://127.0.0.1:${(site.server.address() as AddressInfo).port}/`;
  return site;
}

test.describe('embeds in somebody else’s article', () => {
  test.describe.configure({ mode: 'serial' });
  let server: RunningServer;
  let site: Awaited<ReturnType<typeof startSite>>;

  test.beforeAll(async () => {
    server = await startServer({ pack: election.pack.id, args: ['--rehearsal', '--no-replay', '--at', '18:40'] });
    site = await startSite();
    const frames = embedKinds.map((kind) =>
      embedSnippetOf(
        { kind, election: election.pack.id, lang: 'ru', at: null, theme: 'ink' },
        { origin: server.url, title: kind, mode: 'rehearsal' },
      ).replace('loading="lazy"', ''),
    );
    site.body = `${frames.join('')}<script>${heightScript ?? ''}</script>`;
    await ingest(server, election.textOf('a-1200'));
  });
  test.afterAll(async () => {
    site?.server.close();
    await server?.stop();
  });

  const openArticle = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 700, height: 900 }, ...options });
    const page = await context.newPage();
    await page.goto(site.url);
    return page;
  };
  const framesOf = (page: Page): Frame[] => page.frames().filter((frame) => frame.url().includes('/embed/'));
  const expectAllShow = async (page: Page, figure: string): Promise<void> => {
    for (const kind of embedKinds) {
      const plate = page.frameLocator(`iframe[title="${kind}"]`).locator('.plate');
      await expect(plate).toContainText(figure);
      await expect(plate).toContainText('время Вышгорода');
      await expect(plate).toContainText('РЕПЕТИЦИЯ');
    }
  };

  test('[EMB-1, EMB-7] with scripts off each shows its last figure in a page of another origin', async ({
    browser,
  }) => {
    const page = await openArticle(browser, { javaScriptEnabled: false });
    await expectAllShow(page, '30,00');
    await expect(page.frameLocator('iframe[title="map"]').locator('.tile')).toHaveCount(2);
    await expect(page.frameLocator('iframe[title="map"]').locator('[data-area="TT-W"] .tile-field')).toHaveAttribute(
      'fill',
      election.colorOf(2700),
    );
    await page.context().close();
  });

  test('[EMB-5, EMB-7, EMB-10, EMB-15] with scripts on each follows a new announcement without a reload, and is as high as its content', async ({
    browser,
  }) => {
    const page = await openArticle(browser);
    const problems: string[] = [];
    const scripts: number[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('response', (response) => {
      if (!response.url().endsWith('.js')) return;
      void response.body().then((body) => scripts.push(gzipSync(body).length));
    });
    await page.reload();
    await expectAllShow(page, '30,00');
    for (const kind of embedKinds) {
      const plate = page.frameLocator(`iframe[title="${kind}"]`).locator('.plate');
      await expect
        .poll(async () => {
          const [inside, around] = await Promise.all([
            plate.evaluate((each) => Math.ceil(each.getBoundingClientRect().height)),
            page.locator(`iframe[title="${kind}"]`).evaluate((each) => each.getBoundingClientRect().height),
          ]);
          return around - inside;
        })
        .toBe(0);
    }
    const first = scripts.splice(0).reduce((sum, size) => sum + size, 0) / embedKinds.length;
    expect(first).toBeLessThan(6_000);
    for (const frame of framesOf(page)) await frame.evaluate(() => Object.assign(globalThis, { openedOnce: true }));

    await ingest(server, election.textOf('a-1800-list'));
    await expectAllShow(page, '55,40');
    for (const frame of framesOf(page)) {
      expect(await frame.evaluate(() => 'openedOnce' in globalThis)).toBe(true);
      expect(await frame.title()).toContain('55,40');
    }
    expect(first + scripts.reduce((sum, size) => sum + size, 0) / embedKinds.length).toBeLessThan(60_000);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('[EMB-7] a frame without an origin of its own shows, styles and follows it too', async ({ browser }) => {
    const page = await openArticle(browser);
    await page.setContent(
      `<iframe sandbox="allow-scripts" title="number" width="600" height="400" src="${server.url}/embed/number?election=${election.pack.id}&lang=en"></iframe>`,
    );
    const plate = page.frameLocator('iframe').locator('.plate');
    await expect(plate).toContainText('55.40');
    await expect(plate).toHaveCSS('display', 'grid');
    await page.context().close();
  });

  test('[EMB-7] nobody else’s page frames the board, the studio or the desk', async ({ browser }) => {
    const page = await openArticle(browser);
    for (const address of ['/', '/studio?scene=national', '/desk']) {
      await page.setContent(`<iframe title="taken" src="${server.url}${address}"></iframe>`);
      await expect.poll(() => page.frames().at(-1)?.url()).toMatch(/^chrome-error:/);
    }
    await page.context().close();
  });

  for (const theme of ['ink', 'paper']) {
    test(`[EMB-16] on ${theme} none breaks a rule of accessibility that a machine can check, at 300 and 900 pixels`, async ({
      page,
    }) => {
      for (const width of [300, 900]) {
        await page.setViewportSize({ width, height: 800 });
        for (const kind of embedKinds) {
          await page.goto(`${server.url}/embed/${kind}?election=${election.pack.id}&lang=kk&theme=${theme}`);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id, nodes }) => [kind, width, id, nodes.map(({ html }) => html)])).toEqual([]);
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
          expect(wide, `${kind} at ${width}`).toBeLessThanOrEqual(0);
        }
      }
    });
  }

  test('[EMB-14] the server is killed: each keeps its figure; it starts again, and each follows', async ({
    browser,
  }) => {
    const page = await openArticle(browser);
    await expectAllShow(page, '55,40');
    await server.kill('SIGKILL');
    const failed = page.waitForEvent('requestfailed', (request) => request.url().includes('/api/v1/pointer'));
    await failed;
    await expectAllShow(page, '55,40');
    await server.restart();
    const figureId = `${election.pack.commission.id}/ballots-issued/18:00/${election.pack.root}`;
    const turnout = { min: 5541, max: 5541 };
    const correction = { figureId, expectedRevision: 1, kind: 'source-correction', reason: 'Новое число.' } as const;
    await sendCommand(server, { type: 'CorrectFigure', ...correction, turnout, ballots: 55_410 });
    await sendCommand(server, { type: 'VerifyFigures', refs: [{ figureId, revision: 2 }] });
    await expectAllShow(page, '55,41');
    await expectAllShow(page, 'исправлено 18:40');
    await page.context().close();
  });
});

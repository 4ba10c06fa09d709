import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import type { Language } from '@yavka/shared/ids';

import { untilAtRest } from './pages.ts';
import type { RecordedElection } from './recorded-election.ts';
import { recordedElection } from './recorded-election.ts';
import type { RunningServer } from './server.ts';
import { startServer } from './server.ts';

/** What is taken away, and where it is on the board. */
const pictures = [
  { name: 'map', address: '/?lang=ru&view=map', within: '.plate', shows: '.plate-picture .map', hasBorders: true },
  {
    name: 'tiles',
    address: '/?lang=kk&view=tiles',
    within: '.plate',
    shows: '.plate-picture .tiles',
    hasBorders: false,
  },
  { name: 'day', address: '/day?lang=en', within: '.day-curves', shows: '.recharts-line', hasBorders: false },
  { name: 'ahead', address: '/day?lang=ru', within: '.day-ahead', shows: '.ahead-line', hasBorders: false },
  { name: 'growth', address: '/day?lang=kk', within: '.day-growth', shows: '.growth-bar', hasBorders: false },
  {
    name: 'compare',
    address: '/regions?lang=en&pins=KZ-10,KZ-75',
    within: '.compare',
    shows: '.recharts-line',
    hasBorders: false,
  },
] as const;

test.describe('pictures of the board', () => {
  let server: RunningServer;
  let election: RecordedElection;
  test.beforeAll(async () => {
    server = await startServer({ args: ['--rehearsal', '--at', '20:05'] });
    election = recordedElection('kz-2022-11-20-president');
  });
  test.afterAll(() => server?.stop());

  for (const { name, address, within, shows, hasBorders } of pictures) {
    test(`[OUT-12, OUT-13] ${name}: an SVG that needs nothing outside itself, and the same as PNG`, async ({
      page,
      browser,
    }, info) => {
      await page.goto(server.url + address);
      await expect(page.locator(`${within} ${shows}`).first()).toBeVisible();
      await untilAtRest(page);
      await page
        .locator(within)
        .getByRole('button', { name: /^(Скачать|Жүктеу|Download)$/ })
        .click();
      const language = /lang=(\w+)/.exec(address)?.[1] as Language;
      const taken = { svg: '', png: '' };
      for (const kind of ['svg', 'png'] as const) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: kind.toUpperCase(), exact: true }).click(),
        ]);
        expect(download.suggestedFilename()).toBe(`${election.pack.id}_${name}_20-05_${language}_rehearsal.${kind}`);
        await expect(page.locator('.take-away-said')).toContainText(download.suggestedFilename());
        taken[kind] = path.join(info.outputDir, download.suggestedFilename());
        await download.saveAs(taken[kind]);
      }

      const svg = readFileSync(taken.svg, 'utf8');
      for (const told of [
        '20:05',
        election.pack.capital.timeLabel[language],
        election.pack.commission.names[language],
        election.pack.title[language],
        'РЕПЕТИЦИЯ · ЖАТТЫҒУ · REHEARSAL',
        language === 'en' ? '69.31%' : '69,31\u00A0%',
      ]) {
        expect(svg.replaceAll(/<\/tspan><tspan[^>]*>/g, ' ')).toContain(told);
      }
      const borders = election.pack.geometry?.credit[language] ?? '';
      expect(svg.replaceAll(/<\/tspan><tspan[^>]*>/g, ' ').includes(borders)).toBe(hasBorders);
      expect(
        svg.match(/(?:href|src)="[^#][^"]*"|url\((?!data:|#)[^)]*\)|<script|<foreignObject| class=| on\w+=/g),
      ).toBeNull();

      const opened = await openedAlone(browser, taken.svg);
      const drawn = await readPixels(page, readFileSync(taken.png));
      expect([drawn.width, drawn.height]).toEqual([opened.width * 2, opened.height * 2]);
      expect(drawn.colors).toBeGreaterThan(20);
      const compared = await comparePixels(page, opened.screenshot, readFileSync(taken.png));
      expect(compared).toBeLessThan(0.001);
    });
  }

  test('[OUT-14, HOUSE-23] the data of the cutoff on the screen, and what stands in a picture is never more than is out', async ({
    page,
  }) => {
    await page.goto(`${server.url}/?lang=en&at=18:05`);
    await page.getByRole('button', { name: 'Download', exact: true }).first().click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSV', exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${election.pack.id}_turnout_18-05_en_rehearsal.csv`);
    expect(readFileSync(await download.path(), 'utf8')).toContain(',67.85,67.85,');
    const { violations } = await new AxeBuilder({ page }).include('.take-away-panel').analyze();
    expect(violations).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Download', exact: true }).first()).toBeFocused();
  });
});

/** The file opened by itself in a browser that has no network, at twice the pixels. */
async function openedAlone(browser: Browser, file: string) {
  const context = await browser.newContext({
    offline: true,
    deviceScaleFactor: 2,
    viewport: { width: 1600, height: 1400 },
  });
  const page = await context.newPage();
  const failed: string[] = [];
  page.on('requestfailed', (request) => failed.push(request.url().slice(0, 80)));
  await page.goto(pathToFileURL(file).href);
  const size = await page.evaluate(async () => {
    await document.fonts.ready;
    const root = document.documentElement;
    return {
      name: root.localName,
      title: root.querySelector('title')?.textContent,
      fonts: [...document.fonts].map(({ status }) => status),
      width: Number(root.getAttribute('width')),
      height: Number(root.getAttribute('height')),
    };
  });
  expect(size.name).toBe('svg');
  expect(size.title).toMatch(/^РЕПЕТИЦИЯ · ЖАТТЫҒУ · REHEARSAL\. \S/);
  expect(size.fonts.length).toBeGreaterThan(0);
  expect(new Set(size.fonts)).toEqual(new Set(['loaded']));
  expect(failed).toEqual([]);
  const { width, height } = size;
  const screenshot = await page.screenshot({ clip: { x: 0, y: 0, width, height } });
  writeFileSync(`${file}.png`, screenshot);
  await context.close();
  return { width, height, screenshot };
}

/** A PNG's size, and how many colours it has. */
async function readPixels(page: Page, png: Buffer) {
  return page.evaluate(
    async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const data = context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
      const colors = new Set<number>();
      for (let at = 0; at < data.length; at += 4)
        colors.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
      return { width: image.width, height: image.height, colors: colors.size };
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
}

/** The share of pixels that are plainly of another colour in the two pictures. */
async function comparePixels(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async (addresses) => {
      const pixels = await Promise.all(
        addresses.map(async (address) => {
          const image = new Image();
          image.src = address;
          await image.decode();
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [image.width, image.height];
          const context = canvas.getContext('2d');
          context?.drawImage(image, 0, 0);
          return context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray();
        }),
      );
      const [left, right] = [pixels[0] ?? [], pixels[1] ?? []];
      let different = 0;
      for (let at = 0; at < left.length; at += 4) {
        const far = [0, 1, 2].some((part) => Math.abs((left[at + part] ?? 0) - (right[at + part] ?? 0)) > 64);
        if (far) different += 1;
      }
      return left.length === right.length ? different / (left.length / 4) : 1;
    },
    [one, other].map((png) => `data:image/png;base64,${png.toString('base64')}`),
  );
}

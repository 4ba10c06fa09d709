import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { openPage, untilAtRest } from './pages.ts';
import type { RunningServer } from './server.ts';
import { startServer } from './server.ts';

const pages = ['/', '/day', '/regions', '/regions/KZ-10', '/stations', '/announcements', '/dispatches'];
const languages = [
  { language: 'kk', button: 'Қазақша' },
  { language: 'ru', button: 'Русский' },
  { language: 'en', button: 'English' },
] as const;

const rulesOfWcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
const everyRule = [...rulesOfWcag, 'best-practice'];
/** What may hold in one language and break in another: the rest is looked at once, since a look costs a second. */
const rulesOfWords = [
  ...['html-lang-valid', 'valid-lang', 'document-title', 'landmark-unique', 'empty-heading', 'empty-table-header'],
  ...['button-name', 'link-name', 'summary-name', 'label', 'select-name', 'image-alt', 'svg-img-alt', 'role-img-alt'],
  ...['aria-command-name', 'aria-input-field-name', 'aria-toggle-field-name'],
  'scrollable-region-focusable',
];

/** Turns an open page to another of the board's addresses, as the browser's way back does, and waits for all of it. */
async function turnTo(board: Page, address: string): Promise<void> {
  await board.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
  await expect(board.locator('main h2').first()).toBeAttached();
  await expect(board.locator('.part-coming, .page-coming')).toHaveCount(0);
  await untilAtRest(board);
}

/** The words of a page, those behind its folds too, that have a letter which its language does not, and do not say so. */
async function strangeWordsOn(page: Page, language: string, strange: string): Promise<string[]> {
  return page.evaluate(
    ([own, letter]) => {
      const isStrange = new RegExp(letter, 'iu');
      const found: string[] = [];
      const look = (words: string, element: Element | null): void => {
        if (isStrange.test(words) && element?.closest('[lang]')?.getAttribute('lang') === own) found.push(words);
      };
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (texts.nextNode() !== null) look(texts.currentNode.nodeValue ?? '', texts.currentNode.parentElement);
      for (const name of ['aria-label', 'title', 'alt', 'placeholder'])
        for (const element of document.body.querySelectorAll(`[${name}]`))
          look(element.getAttribute(name) ?? '', element);
      return found;
    },
    [language, strange] as const,
  );
}

async function readIn(board: Page, { language, button }: { language: string; button: string }): Promise<void> {
  await board.getByRole('button', { name: button }).click();
  await expect(board.locator('html')).toHaveAttribute('lang', language);
}

test.describe('the board for everyone, at 20:05 of the recorded day', () => {
  let server: RunningServer;
  test.beforeAll(async () => {
    server = await startServer({ args: ['--rehearsal', '--at', '20:05'] });
  });
  test.afterAll(() => server?.stop());

  test('[UI-32] no page is wider than its window in any language, from 320 pixels to a laptop enlarged', async ({
    browser,
  }) => {
    const board = await openPage(browser, `${server.url}/?lang=ru`, { viewport: { width: 320, height: 640 } });
    await expect(board.getByTestId('national-turnout')).toBeVisible();
    const wide: string[] = [];
    for (const each of languages) {
      await readIn(board, each);
      for (const path of pages) {
        await turnTo(board, path);
        for (const [width, height] of [
          [640, 450],
          [768, 1024],
          [960, 540],
          [320, 640],
        ] as const) {
          await board.setViewportSize({ width, height });
          await untilAtRest(board);
          const needed = await board.evaluate(() => document.documentElement.scrollWidth);
          if (needed > width) wide.push(`${each.language} ${path} needs ${needed} of ${width}`);
        }
      }
    }
    expect(wide).toEqual([]);
    await turnTo(board, '/');
    const labels = board.locator('.polls-bar > .polls-label');
    await expect(labels).toHaveCount(3);
    for (const label of await labels.all())
      expect(await label.evaluate((element) => element.getBoundingClientRect().right)).toBeLessThanOrEqual(320);
    await board.context().close();
  });

  for (const { width, height, every } of [
    { width: 1440, height: 900, every: ['/?figure=KZ-75,20:05', '/?view=tiles', '/?view=table', '/?moment=57'] },
    { width: 390, height: 844, every: ['/?figure=KZ-75,20:05'] },
  ]) {
    test(`[UI-32, HOUSE-23] no page breaks a rule of WCAG 2.1 AA in any language, and every landmark has a name of its own, ${width} pixels wide`, async ({
      browser,
    }) => {
      const board = await openPage(browser, `${server.url}/?lang=ru`, { viewport: { width, height } });
      await expect(board.getByTestId('national-turnout')).toBeVisible();
      const broken: string[] = [];
      for (const each of languages) {
        await readIn(board, each);
        for (const path of [...pages, ...every]) {
          await turnTo(board, path);
          const axe = new AxeBuilder({ page: board }).setLegacyMode();
          const { violations } = await (
            each.language === 'ru' ? axe.withTags(everyRule) : axe.withRules(rulesOfWords)
          ).analyze();
          broken.push(...violations.map(({ id, nodes }) => `${each.language} ${path} ${id} ${nodes[0]?.html ?? ''}`));
        }
      }
      expect(broken).toEqual([]);
      await board.context().close();
    });
  }

  test('[UI-38] a source’s words and a rehearsal’s say in which language they are, and no others stand on a page of another', async ({
    browser,
  }) => {
    const board = await openPage(browser, `${server.url}/?lang=ru`);
    await expect(board.getByTestId('national-turnout')).toBeVisible();
    const desk = await openPage(browser, `${server.url}/desk?lang=ru`);
    await desk.locator('#token').fill(server.deskToken);
    await desk.locator('#token').press('Enter');
    for (const { language, button, strange } of [
      { ...languages[2], strange: '\\p{Script=Cyrillic}' },
      { ...languages[1], strange: '[әғқңөұүһі]' },
    ]) {
      await readIn(board, { language, button });
      for (const path of [...pages, '/?figure=KZ-75,20:05']) {
        await turnTo(board, path);
        expect(await strangeWordsOn(board, language, strange), `${language} ${path}`).toEqual([]);
      }
      await readIn(desk, { language, button });
      await expect(desk.locator('#entered li').first()).toBeVisible();
      expect(await strangeWordsOn(desk, language, strange), `${language} desk`).toEqual([]);
    }
    await expect(desk.locator('.source-words').first()).toHaveAttribute('lang', 'ru');
    for (const page of [board, desk]) await page.context().close();
  });

  test('[UI-33] on paper the figure, its time, the address and the word of a rehearsal stay on a white sheet, and nothing to press covers them', async ({
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
    await expect(board.locator('.printed-from')).toHaveText(/20:05 · http:\/\/127\.0\.0\.1:\d+\/\?lang=ru$/);
    await expect(board.locator('.plate')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    await expect(board.locator('.map-area[data-look="stale"]').first()).toHaveCSS('fill', 'rgb(255, 255, 255)');
    await expect(board.locator('.order-switch button[aria-pressed="true"]')).toBeVisible();
    await expect(board.locator('.order-switch button[aria-pressed="false"]').first()).toBeHidden();
    await board.context().close();
  });

  test('[UI-35] with the keyboard alone a reader goes from the first page into a figure’s origin, to its region and back', async ({
    browser,
  }) => {
    const board = await openPage(browser, `${server.url}/?lang=en`);
    await expect(board.locator('.comb')).toBeVisible();
    const focused = board.locator(':focus');
    await board.keyboard.press('Tab');
    await expect(focused).toHaveText('To the main figure');
    await expect(focused).toBeInViewport();
    await board.keyboard.press('Enter');
    const number = board.getByRole('button', { name: /^National turnout/ });
    const area = board.locator('svg.map [role="option"]:focus');
    for (let asked = 0; asked < 40 && (await area.count()) === 0; asked += 1) await board.keyboard.press('Tab');
    await expect(area).toHaveCount(1);
    const first = await area.getAttribute('aria-label');
    await board.keyboard.press('ArrowRight');
    await expect(area).not.toHaveAttribute('aria-label', first ?? '');
    const chosen = await area.getAttribute('aria-label');
    await board.keyboard.press('Enter');
    const panel = board.getByRole('complementary', { name: 'Where this figure comes from' });
    await expect(panel).toBeFocused();
    await board.keyboard.press('Escape');
    await expect(panel).toHaveCount(0);
    await expect(area).toHaveAttribute('aria-label', chosen ?? '');
    await number.focus();
    await board.keyboard.press('Enter');
    await expect(panel).toBeFocused();
    await board.keyboard.press('Escape');
    await expect(number).toBeFocused();
    await board.locator('.comb-name').first().focus();
    await expect(focused).toHaveCSS('outline-style', 'solid');
    await board.keyboard.press('Enter');
    await expect(board).toHaveURL(/\/regions\/KZ-/);
    await expect(board.getByRole('main')).toBeFocused();
    await board.getByRole('navigation', { name: 'Pages of the board' }).getByRole('link', { name: 'Now' }).focus();
    await board.keyboard.press('Enter');
    await expect(board).toHaveURL(/\/\?lang=en$/);
    await board.context().close();
  });

  test('[HOUSE-23] the studio’s screens break no rule of WCAG 2.1 AA', async ({ browser }) => {
    for (const scene of ['national', 'map']) {
      const screen = await openPage(browser, `${server.url}/studio?scene=${scene}&lang=ru`);
      await expect(screen.locator('.scene')).toBeVisible();
      await untilAtRest(screen);
      const { violations } = await new AxeBuilder({ page: screen }).setLegacyMode().withTags(rulesOfWcag).analyze();
      expect(violations.map(({ id, nodes }) => [scene, id, nodes.map(({ html }) => html)])).toEqual([]);
      await screen.context().close();
    }
  });

  test('[UI-36] where a reader wants little motion nothing on the board moves or fades for longer than 120 ms', async ({
    browser,
  }) => {
    const board = await openPage(browser, `${server.url}/?lang=ru`, { reducedMotion: 'reduce' });
    for (const path of pages) {
      await turnTo(board, path);
      const long = await board.evaluate(() => {
        const longest = (times: string): number =>
          Math.max(...times.split(', ').map((time) => Number.parseFloat(time) * (time.endsWith('ms') ? 1 : 1000)));
        return [...document.querySelectorAll('body *')]
          .filter((element) => {
            const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
            return longest(transitionDuration) > 120 || (animationName !== 'none' && longest(animationDuration) > 120);
          })
          .map((element) => element.outerHTML.slice(0, 80));
      });
      expect(long, path).toEqual([]);
    }
    await board.context().close();
  });

  test('[UI-37] in colours that the system forces, the rail’s line and the hours left of the polls are seen, and no ground lies under the number', async ({
    browser,
  }) => {
    const board = await openPage(browser, `${server.url}/?lang=ru`, { forcedColors: 'active', colorScheme: 'dark' });
    await expect(board.locator('.polls-bar')).toHaveCount(3);
    const ground = 'rgb(0, 0, 0)';
    const lineOf = async (): Promise<string> =>
      board
        .locator('.plate [data-after="known"] > .day-rail-track')
        .first()
        .evaluate((track) => getComputedStyle(track, '::after').backgroundColor);
    expect(await lineOf()).toBe('rgb(255, 255, 255)');
    const open = board.locator('.polls-bar[data-open="true"]').first();
    await expect(open.locator('.polls-span')).toHaveCSS('background-color', ground);
    await expect(open.locator('.polls-elapsed')).not.toHaveCSS('background-color', ground);
    await expect(board.locator('.comb-line').first()).toHaveCSS('stroke', 'rgb(255, 255, 255)');
    await expect(board.locator('.hero')).toHaveCSS('forced-color-adjust', 'none');
    await expect(board.locator('.hero-number')).toHaveCSS('color', 'rgb(255, 255, 255)');
    await board.setViewportSize({ width: 390, height: 844 });
    for (const words of ['.lamp b', '.head-clock b', '.tiles-note', '.languages [aria-pressed="true"]'])
      await expect(board.locator(words).first(), words).toHaveCSS('color', 'rgb(255, 255, 255)');
    await board.context().close();
  });
});

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { ingest } from './command-line.ts';
import { nationalDigits, openPage, untilAtRest, untilPainted, wasNeverReloaded } from './pages.ts';
import { recordedElection } from './recorded-election.ts';
import type { RunningServer } from './server.ts';
import { startServer } from './server.ts';

const election = recordedElection('kz-2022-11-20-president');
const arrows = ['ArrowUp', 'ArrowRight', 'ArrowDown', 'ArrowLeft'] as const;
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** What a machine can tell to be wrong for those who do not see, hear or point: every breach of WCAG 2.1 AA, and what is serious besides. */
async function violationsOf(page: Page): Promise<string[]> {
  await untilAtRest(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const isOfWcag = (tag: string): boolean => ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'].includes(tag);
  return violations
    .filter(({ impact, tags }) => impact === 'serious' || impact === 'critical' || tags.some(isOfWcag))
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

test.describe('reading the board at 20:05 of the recorded day', () => {
  let server: RunningServer;
  test.beforeAll(async () => {
    server = await startServer({ args: ['--rehearsal', '--at', '20:05'] });
  });
  test.afterAll(() => server?.stop());

  test('[BOARD-10, UI-23, HOUSE-23] Kazakh, Russian and English take turns without a reload, the number and the title with them', async ({
    browser,
  }) => {
    const board = await openPage(browser, `${server.url}/?lang=ru`);
    for (const [language, name, digits] of [
      ['kk', 'Қазақша', '69,31'],
      ['en', 'English', '69.31'],
      ['ru', 'Русский', '69,31'],
    ] as const) {
      await board.getByRole('button', { name }).click();
      await expect(board.locator('html')).toHaveAttribute('lang', language);
      await expect(nationalDigits(board)).toHaveText(digits);
      await expect(board.getByRole('heading', { level: 1 })).toContainText(election.pack.title[language]);
      await expect(board.locator('.head-clock')).toContainText(election.pack.capital.timeLabel[language]);
      await expect(board.locator('path[data-area="KZ-10"]')).toHaveAccessibleName(
        new RegExp(election.pack.areas.find(({ id }) => id === 'KZ-10')?.names[language] ?? '-'),
      );
      expect(board.url()).toContain(`lang=${language}`);
      expect(await violationsOf(board)).toEqual([]);
    }
    expect(await wasNeverReloaded(board)).toBe(true);
    await board.context().close();
  });

  test('[BOARD-11] with a figure’s origin open the board is as readable', async ({ browser }) => {
    const board = await openPage(browser, `${server.url}/?lang=kk`);
    await board.getByTestId('national-turnout').click();
    await expect(board.locator('.provenance')).toBeFocused();
    expect(await violationsOf(board)).toEqual([]);
    await board.context().close();
  });

  for (const language of ['kk', 'ru', 'en']) {
    test(`[HOUSE-23] the desk in use breaks no rule of accessibility, ${language}`, async ({ browser }) => {
      const desk = await openPage(browser, `${server.url}/desk?lang=${language}`);
      expect(await violationsOf(desk)).toEqual([]);
      await desk.locator('#token').fill(server.deskToken);
      await desk.locator('#token').press('Enter');
      await desk.locator('#announcement-text').fill(election.textOf('announcement-2200'));
      await expect(desk.locator('.findings li')).not.toHaveCount(0);
      await desk.locator('#entered li').first().getByRole('button').last().click();
      expect(await violationsOf(desk)).toEqual([]);
      await desk.context().close();
    });
  }

  test('[MAP-19] every region of the map is reached by the arrows, and Enter opens where its figure comes from', async ({
    browser,
  }) => {
    const board = await openPage(browser, `${server.url}/?lang=en`);
    const options = board.getByRole('listbox').getByRole('option');
    await expect(options).toHaveCount(election.regions.length);
    // One stop of the Tab key, wherever it stands.
    await expect(board.locator('svg.map [tabindex="0"]')).toHaveCount(1);
    const focused = async (): Promise<string> =>
      board.evaluate(() => document.activeElement?.getAttribute('data-area') ?? '');
    await board.locator('svg.map [tabindex="0"]').focus();
    await board.keyboard.press('Home');
    const first = await focused();
    const reached = new Set([first]);
    const waiting = [first];
    for (let area = waiting.shift(); area !== undefined; area = waiting.shift()) {
      for (const arrow of arrows) {
        await board.locator(`path[data-area="${area}"]`).focus();
        await board.keyboard.press(arrow);
        const next = await focused();
        if (!reached.has(next)) waiting.push(next);
        reached.add(next);
      }
    }
    expect([...reached].toSorted()).toEqual([...election.regions].toSorted());
    await board.keyboard.press('End');
    const last = await focused();
    await board.keyboard.press('Enter');
    await expect(board.locator('.provenance')).toHaveAttribute('data-area', last);
    await board.keyboard.press('Escape');
    await expect(board.locator(`path[data-area="${last}"]`)).toBeFocused();
    await board.context().close();
  });

  test('[MAP-19] a touch chooses a region', async ({ browser }) => {
    const board = await openPage(browser, `${server.url}/?lang=ru`, {
      viewport: { width: 1180, height: 820 },
      hasTouch: true,
    });
    await board.locator('path[data-area="KZ-15"]').tap();
    await expect(board.locator('.provenance')).toHaveAttribute('data-area', 'KZ-15');
    await board.context().close();
  });

  test('[UI-26] on a phone the map is a grid of tiles, and nothing is wider than the screen', async ({ browser }) => {
    const board = await openPage(browser, `${server.url}/?lang=kk`, phone);
    await expect(board.locator('.tiles .tile')).toHaveCount(election.regions.length);
    await expect(board.locator('svg.map')).toHaveCount(0);
    await expect(nationalDigits(board)).toBeInViewport();
    expect(await board.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await board.locator('.tile[data-area="KZ-10"]').tap();
    await expect(board.locator('.provenance')).toHaveAttribute('data-area', 'KZ-10');
    expect(await violationsOf(board)).toEqual([]);
    await board.context().close();
  });
});

test.describe('an announcement arriving', () => {
  for (const [name, options] of [
    ['a desk', {}],
    ['a phone', phone],
  ] as const) {
    test(`[UI-27] moves nothing that is being read: no layout shift on the screen of ${name}`, async ({ browser }) => {
      const server = await startServer({ args: ['--rehearsal', '--no-replay', '--at', '20:05'] });
      try {
        const board = await openPage(browser, `${server.url}/?lang=ru`, options);
        await expect(board.locator('[data-area="KZ-10"]').first()).toBeAttached();
        await expect(board.locator('.recharts-surface').first()).toBeAttached();
        // In the order of turnout a figure moves its region: that is what was asked for. In the commission's nothing does.
        const ordered = board.getByRole('button', { name: `протокол ${election.pack.commission.shortNames.ru}` });
        if (name === 'a desk') await ordered.click();
        await untilAtRest(board);
        await board.evaluate(() => {
          const shifts: string[] = [];
          Object.assign(globalThis, { shifts });
          const placeOf = ({ x, y, width, height }: DOMRectReadOnly): string => `${x},${y} ${width}×${height}`;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) {
              const { value, sources } = entry as unknown as {
                value: number;
                sources: { node: Element | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
              };
              if (value < 0.001) continue;
              for (const { node, previousRect, currentRect } of sources) {
                // Words change with what they say, and the newest row comes on top: what stands around them stays.
                const isLasting =
                  node instanceof Element && node.matches('section, svg, [role="group"], .plate > div, .curve > div');
                if (!isLasting || previousRect.width === 0) continue;
                const tag = `<${node.localName} class="${node.getAttribute('class') ?? ''}">`;
                shifts.push(`${tag} from ${placeOf(previousRect)} to ${placeOf(currentRect)}`);
              }
            }
          }).observe({ type: 'layout-shift' });
        });
        for (const id of ['announcement-2005-words', 'announcement-2005-list']) {
          await untilPainted(board, await ingest(server, election.textOf(id)));
          await expect(nationalDigits(board)).toHaveText('69,31');
        }
        expect(await board.evaluate(() => (globalThis as unknown as { shifts: string[] }).shifts)).toEqual([]);
        await board.context().close();
      } finally {
        await server.stop();
      }
    });
  }
});

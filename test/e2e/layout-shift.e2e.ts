import { figureIdOf } from '@yavka/shared/figures/figure';
import type { Browser, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { ingest } from './command-line.ts';
import { eveningAnnouncement } from './evening-announcement.ts';
import { nationalDigits, untilAtRest, untilPainted } from './pages.ts';
import { recordedElection } from './recorded-election.ts';
import { sendCommand } from './send-command.ts';
import type { RunningServer } from './server.ts';
import { startServer } from './server.ts';
import { takeShifts, watchShifts } from './shifts.ts';

const election = recordedElection('kz-2022-11-20-president');
const sizes = {
  laptop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;
type Size = keyof typeof sizes;

async function openWatched(browser: Browser, size: Size): Promise<Page> {
  const context = await browser.newContext({ viewport: sizes[size] });
  const page = await context.newPage();
  await watchShifts(page);
  return page;
}

/** Loads a board and waits for its last part. */
async function load(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('.hero-number')).toBeVisible();
  await expect(page.locator('.recharts-surface').first()).toBeAttached();
}

for (const size of ['laptop', 'phone'] as const) {
  test(`[BOARD-32] nothing moves while a board comes, from the first paint to its last part, on a ${size}`, async ({
    browser,
  }) => {
    const server = await startServer({ args: ['--rehearsal', '--at', '20:05'] });
    try {
      const page = await openWatched(browser, size);
      for (const lang of ['kk', 'ru', 'en']) {
        await load(page, `${server.url}/?lang=${lang}`);
        expect([lang, await takeShifts(page)]).toEqual([lang, []]);
      }
      await page.context().close();
    } finally {
      await server.stop();
    }
  });
}

test.describe('a board that stands open', () => {
  test.describe.configure({ mode: 'serial' });

  let server: RunningServer;
  const boards: { readonly name: string; readonly page: Page }[] = [];

  test.beforeAll(async ({ browser }) => {
    server = await startServer({ args: ['--rehearsal', '--no-replay', '--at', '20:05'] });
    for (const size of ['laptop', 'phone'] as const) {
      for (const lang of ['kk', 'ru']) {
        const page = await openWatched(browser, size);
        await load(page, `${server.url}/?lang=${lang}`);
        boards.push({ name: `${size} ${lang}`, page });
      }
    }
  });
  test.afterAll(async () => {
    for (const { page } of boards) await page.context().close();
    await server?.stop();
  });

  /** Where the blocks stand and how high they are, in whole pixels: words within them may be longer or shorter. */
  const standing = async (page: Page): Promise<unknown> =>
    page.evaluate(() => {
      const plate = [
        '.head',
        '.head-words',
        '.lamps',
        '.plate',
        '.hero',
        '.hero-source',
        '.plate-rail',
        '.plate-tools',
      ];
      const picture = ['.plate-picture', '.plate-legend', '.tiles', 'svg.map', '.side', '.ranking'];
      const reading = ['.curve', '.curve-picture', '.curve-foot', '.stations', '.ledger', '.comb', '.foot'];
      const below = document.querySelector('.plate')?.getBoundingClientRect().bottom ?? 0;
      const isPhone = window.innerWidth < 761;
      return [...plate, ...picture, ...reading].flatMap((block) => {
        const { top, height } = document.querySelector(block)?.getBoundingClientRect() ?? { top: -1, height: -1 };
        // What a reader scrolls to, below a phone's plate, is as long as its words are.
        if (isPhone && top >= below) return [];
        return [`${block} ${String(Math.round(top))} ${String(Math.round(height))}`];
      });
    });
  const standingOfAll = async (): Promise<Record<string, unknown>> => {
    for (const { page } of boards) await untilAtRest(page);
    return Object.fromEntries(
      await Promise.all(boards.map(async ({ name, page }) => [name, await standing(page)] as const)),
    );
  };
  /** On a phone the browser's own count too: nothing there takes a rank in sight. */
  const shiftsOfPhones = async (): Promise<unknown[]> => {
    const phones = boards.filter(({ name }) => name.startsWith('phone'));
    return (await Promise.all(phones.map(async ({ page }) => takeShifts(page)))).flat();
  };
  let before: Record<string, unknown> = {};

  test('[BOARD-33] every block stays when the first figures come', async () => {
    before = await standingOfAll();
    expect(await shiftsOfPhones()).toEqual([]);
    const seq = await ingest(server, eveningAnnouncement);
    for (const { page } of boards) {
      await untilPainted(page, seq);
      await expect(nationalDigits(page)).toHaveText('69,31');
    }
    expect(await standingOfAll()).toEqual(before);
    expect(await shiftsOfPhones()).toEqual([]);
  });

  test('[BOARD-33] every block stays when a figure is corrected', async () => {
    const { id: source } = election.pack.commission;
    const figureId = figureIdOf({ source, measure: 'ballots-issued', cutoff: '20:05', area: 'KZ' });
    await sendCommand(server, {
      type: 'CorrectFigure',
      figureId,
      expectedRevision: 1,
      kind: 'source-correction',
      reason: 'Комиссия уточнила число.',
      turnout: { min: 6935, max: 6935 },
      ballots: null,
    });
    const seq = await sendCommand(server, { type: 'VerifyFigures', refs: [{ figureId, revision: 2 }] });
    for (const { page } of boards) {
      await untilPainted(page, seq);
      await expect(nationalDigits(page)).toHaveText('69,35');
      await expect(page.locator('.hero .tag-corrected')).toBeVisible();
    }
    expect(await standingOfAll()).toEqual(before);
    expect(await shiftsOfPhones()).toEqual([]);
  });

  test('[BOARD-33] every block stays in another language', async () => {
    for (const language of ['English', 'Русский', 'Қазақша']) {
      for (const { page } of boards) {
        const button = page.getByRole('button', { name: language, exact: true });
        await button.click();
        await expect(button).toHaveAttribute('aria-pressed', 'true');
      }
      expect([language, await standingOfAll()]).toEqual([language, before]);
    }
  });
});

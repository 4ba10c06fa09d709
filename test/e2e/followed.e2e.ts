import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { nationalDigits, openPage, wasNeverReloaded } from './pages.ts';
import { percent, recordedElection } from './recorded-election.ts';
import type { RunningServer } from './server.ts';
import { startServer } from './server.ts';

const election = recordedElection('kz-2022-11-20-president');

/** Keeps every text that has stood in a place, in order, each once in a row. */
async function keepTexts(page: Page, selector: string): Promise<void> {
  await page.evaluate((wanted) => {
    const kept: string[] = [];
    Object.assign(globalThis, { keptTexts: kept });
    const look = (): void => {
      const text = document.querySelector(wanted)?.textContent ?? '';
      if (text !== '' && text !== kept.at(-1)) kept.push(text);
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
    look();
  }, selector);
}

async function keptTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as { keptTexts: string[] }).keptTexts);
}

/** What a stretch between two cutoffs takes, wall milliseconds: time enough to stop the clock before the next one comes. */
const stretchMs = 2_000;
const quietLongerThan = 180 * 60_000;
const standsAt = Date.parse('2022-11-20T09:30Z');

/** Drives the replay as the controls do. */
async function drive(server: RunningServer, action: object): Promise<void> {
  const answer = await fetch(`${server.url}/api/v1/replay`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${server.adminToken}` },
    body: JSON.stringify(action),
  });
  expect(answer.status).toBe(200);
}

/** Lets the day run until the server has released the country's figure of that cutoff, then stand. */
async function runUntilReleased(server: RunningServer, cutoff: string, rate: number): Promise<void> {
  await drive(server, { action: 'speed', rate });
  await drive(server, { action: 'resume' });
  for (;;) {
    const { figures } = (await (
      await fetch(`${server.url}/api/v1/figures?area=${election.pack.root}&cutoff=${cutoff}`)
    ).json()) as { figures: readonly unknown[] };
    if (figures.length > 0) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await drive(server, { action: 'pause' });
}

test('[FEED-31, PLAY-4] with all HTTP blocked after the first load the pages follow the recorded day to its end', async ({
  browser,
}) => {
  const server = await startServer({ args: ['--rehearsal', '--at', '09:30'] });
  try {
    const board = await openPage(browser, `${server.url}/?lang=ru`);
    const studio = await openPage(browser, `${server.url}/studio?scene=national&lang=ru`);
    await expect(board.locator('svg.map path[data-area]')).toHaveCount(election.regions.length);
    await expect(board.locator('.recharts-surface').first()).toBeAttached();
    await expect(studio.getByTestId('stage').locator('.scene')).toBeVisible();
    let blocked = 0;
    for (const page of [board, studio]) {
      await page.route('**/*', async (route) => {
        blocked += 1;
        await route.abort();
      });
    }
    await keepTexts(board, '.hero-digits');
    await keepTexts(studio, '[data-testid="hero"]');

    // The clock stands while the pages take each figure, so that no two come at once, however slow the machine.
    let reached = standsAt;
    for (const { cutoff, localTime, national } of election.announcements) {
      const stretch = Date.parse(`${localTime}Z`) - reached;
      reached += stretch;
      const text = percent(national.turnout?.min ?? 0);
      // The replay itself passes over a night, but for fifty minutes of it.
      const left = stretch > quietLongerThan ? 50 * 60_000 : stretch;
      await runUntilReleased(server, cutoff, Math.max(1, left / stretchMs));
      await expect(nationalDigits(board)).toHaveText(text);
      await expect(studio.getByTestId('hero')).toContainText(text);
    }
    await expect(board.locator('.hero .tag[data-status="final"]')).toBeVisible();
    await expect(studio.getByTestId('hero')).toHaveText(/^69,44/);

    // Every cutoff's national figure was on the screen, in the day's order, and nothing else ever was.
    const national = election.announcements.flatMap(({ national: { turnout } }) =>
      turnout === null ? [] : [percent(turnout.min)],
    );
    const inOrder = national.filter((text, index) => text !== national[index - 1]);
    const onBoard = await keptTexts(board);
    expect(onBoard.filter((text) => /^\d\d,\d\d$/.test(text))).toEqual(inOrder);
    expect((await keptTexts(studio)).map((text) => text.replace('%', ''))).toEqual(inOrder);

    // At the end each region has the archive's last number: of the last announcement that told of regions.
    const last = election.announcements.findLast(({ areas }) => areas.length > 0);
    expect(last?.areas).toHaveLength(election.regions.length);
    for (const { area, turnout } of last?.areas ?? []) {
      const figure = board.locator(`.comb-cell[data-area="${area}"] .comb-figure b`);
      await expect(figure, area).toHaveText(percent(turnout.min));
    }
    await expect(board.locator('.hero .tag[data-status]')).toHaveText('окончательно');
    await expect(board.locator('.hero-source')).toContainText(/11\s953\s465/u);
    await expect(board.locator('.hero-source')).toContainText('основа');
    await expect(board.locator('.ledger-row')).toHaveCount(election.announcements.length);
    for (const page of [board, studio]) expect(await wasNeverReloaded(page)).toBe(true);
    expect(
      await board.evaluate(async () =>
        fetch('/api/v1/figures').then(
          () => 'answered',
          () => 'blocked',
        ),
      ),
    ).toBe('blocked');
    expect(blocked).toBeGreaterThan(0);
    for (const page of [board, studio]) await page.context().close();
  } finally {
    await server.stop();
  }
});

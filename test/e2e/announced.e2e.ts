import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { ingest } from './command-line.ts';
import { eveningAnnouncement } from './evening-announcement.ts';
import type { PaintedArea } from './pages.ts';
import { lastPainted, nationalDigits, openPage, paintedAreas, untilPainted, wasNeverReloaded } from './pages.ts';
import { percent, recordedElection } from './recorded-election.ts';
import { sendCommand } from './send-command.ts';
import type { RunningServer } from './server.ts';
import { startServer } from './server.ts';

/** From the server's answer to what every open page shows, milliseconds. */
const withinMs = 1_000;

/** How many times as long as `fairMs` the machine needs now for a fixed piece of work in the page; pages ask at once. */
async function slowness(page: Page): Promise<number> {
  const fairMs = 400;
  const needed = await page.evaluate(() => {
    const began = performance.now();
    let sum = 0;
    for (let each = 0; each < 20_000_000; each += 1) sum = (sum + each * each) % 1_000_003;
    return sum < 0 ? 0 : performance.now() - began;
  });
  return needed / fairMs;
}

const election = recordedElection('kz-2022-11-20-president');
const words = election.announcement('announcement-2005-words');
const list = election.announcement('announcement-2005-list');

test.describe('an announcement, on every open page', () => {
  test.describe.configure({ mode: 'serial' });

  let server: RunningServer;
  let pages: { readonly kazakh: Page; readonly english: Page; readonly studio: Page };

  test.beforeAll(async ({ browser }) => {
    server = await startServer({ args: ['--rehearsal', '--no-replay', '--at', '20:05'] });
    pages = {
      kazakh: await openPage(browser, `${server.url}/?lang=kk`),
      english: await openPage(browser, `${server.url}/?lang=en`),
      studio: await openPage(browser, `${server.url}/studio?scene=map&lang=ru`, {
        viewport: { width: 1920, height: 1080 },
      }),
    };
    for (const page of [pages.kazakh, pages.english]) {
      await expect(page.locator('svg.map path[data-area]')).toHaveCount(election.regions.length);
    }
    await expect(pages.studio.getByTestId('waiting')).toBeVisible();
  });
  test.afterAll(async () => {
    for (const page of Object.values(pages ?? {})) await page.context().close();
    await server?.stop();
  });

  /** All areas' paint, asked for until it is as expected or the time is over. */
  const expectPainted = async (page: Page, expected: Record<string, PaintedArea>): Promise<void> => {
    await expect.poll(() => paintedAreas(page)).toEqual(expected);
  };

  /** How long after `answeredAt` each page painted that place, by the page's own mark: this test's asking takes time too. */
  const paintedAfter = async (seq: number, answeredAt: number): Promise<number[]> => {
    const delays: number[] = [];
    for (const page of Object.values(pages)) {
      await untilPainted(page, seq);
      delays.push((await lastPainted(page)).at - answeredAt);
    }
    return delays;
  };

  test('[VIEW-3] before it every area is awaited on a cold field, and no number stands anywhere', async () => {
    for (const page of [pages.kazakh, pages.english]) {
      const painted = await paintedAreas(page);
      expect(Object.keys(painted).toSorted()).toEqual([...election.regions].toSorted());
      expect(new Set(Object.values(painted).map(({ fill, texture }) => `${fill} ${texture}`))).toEqual(
        new Set(['var(--ink-2) awaited']),
      );
    }
    for (const page of Object.values(pages)) await expect(page.locator('body')).not.toContainText(/69[.,]31/);
  });

  test('[FEED-41] is shown by two boards and a studio within a second, without a reload', async () => {
    const seq = await ingest(server, eveningAnnouncement);
    const answeredAt = Date.now();
    const shown = { intervals: [20] };
    await Promise.all([
      expect.poll(() => nationalDigits(pages.kazakh).textContent(), shown).toBe('69,31'),
      expect.poll(() => nationalDigits(pages.english).textContent(), shown).toBe('69.31'),
      expect.poll(() => pages.studio.getByTestId('hero').textContent(), shown).toBe('69,31%'),
    ]);
    // A machine that was busy elsewhere gets more tries, and a slow one more time: as many times a second as it is slower
    // than the slowest machine for which the second is meant. A product that needs longer never passes.
    const tries = [await paintedAfter(seq, answeredAt)];
    let within = withinMs;
    while (Math.max(...(tries.at(-1) ?? [])) >= within && tries.length < 10) {
      within = withinMs * Math.max(1, ...(await Promise.all(Object.values(pages).map(slowness))));
      const count = {
        target: 'west',
        open: 1883,
        closed: 0,
        notYetOpen: 0,
        total: 1883,
        // Later than what the recorded day tells of these stations.
        asOf: Date.now(),
        source: 'commission',
      };
      const place = await sendCommand(server, { type: 'ReportStationCount', count });
      tries.push(await paintedAfter(place, Date.now()));
    }
    test
      .info()
      .annotations.push({ type: 'painted after the answer, ms', description: JSON.stringify({ tries, within }) });
    expect(Math.max(...(tries.at(-1) ?? []))).toBeLessThan(within);
    for (const page of Object.values(pages)) expect(await wasNeverReloaded(page)).toBe(true);
  });

  test('[MAP-1, MAP-16] colours the twelve figures by band: four above, six approaching, one exact, nine awaited', async () => {
    const stated = new Map(words.areas.map(({ area, turnout }) => [area, turnout]));
    const expected = Object.fromEntries(
      election.regions.map((area): [string, PaintedArea] => {
        const turnout = stated.get(area);
        const polls = election.closesAt(area) > 20 * 60 + 5 ? 'open' : 'closed';
        if (turnout === undefined) return [area, { fill: 'var(--ink-2)', texture: 'awaited', look: 'awaited', polls }];
        const look = turnout.min === turnout.max ? 'exact' : turnout.max === 10_000 ? 'above' : 'approaching';
        const texture = look === 'exact' ? null : look;
        return [area, { fill: election.colorOf(turnout.min), texture, look, polls }];
      }),
    );
    const looks = Object.values(expected).map(({ look }) => look);
    expect(
      ['above', 'approaching', 'exact', 'awaited'].map((look) => looks.filter((each) => each === look).length),
    ).toEqual([4, 6, 1, 9]);
    for (const page of Object.values(pages)) await expectPainted(page, expected);
  });

  test('[MAP-16, CORR-4] the full list turns words into numbers: every path has the band of the archive, the west open', async () => {
    await ingest(server, election.textOf(list.id));
    const expected = Object.fromEntries(
      list.areas.map(({ area, turnout }): [string, PaintedArea] => [
        area,
        {
          fill: election.colorOf(turnout.min),
          texture: null,
          look: 'exact',
          polls: election.closesAt(area) > 20 * 60 + 5 ? 'open' : 'closed',
        },
      ]),
    );
    expect(Object.values(expected).filter(({ polls }) => polls === 'open')).toHaveLength(5);
    for (const page of Object.values(pages)) {
      await expectPainted(page, expected);
      await expect(page.getByTestId('tear-line')).toBeVisible();
      expect(await wasNeverReloaded(page)).toBe(true);
    }
  });

  test('[VIEW-12] the board writes the very number of every region beside its name', async () => {
    for (const { area, turnout } of list.areas) {
      const figure = pages.kazakh.locator(`.comb-cell[data-area="${area}"] .comb-figure b`);
      await expect(figure, area).toHaveText(percent(turnout.min));
    }
  });
});

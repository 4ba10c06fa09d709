import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { openPage, untilPainted, wasNeverReloaded } from './pages.ts';
import { sendCommand } from './send-command.ts';
import type { RunningServer } from './server.ts';
import { startServer } from './server.ts';

/** Five past eight in the capital: its own region has closed by the schedule, the west votes for another 55 minutes. */
const now = '20:05';
const asOf = Date.parse('2023-05-21T19:05:00Z');

test.describe('what is reported of stations', () => {
  test.describe.configure({ mode: 'serial' });

  let server: RunningServer;
  let boards: Page[];

  test.beforeAll(async ({ browser }) => {
    server = await startServer({ pack: 'test-two-zones', args: ['--rehearsal', '--no-replay', '--at', now] });
    boards = [await openPage(browser, `${server.url}/?lang=ru`), await openPage(browser, `${server.url}/?lang=en`)];
  });
  test.afterAll(async () => {
    for (const board of boards ?? []) await board.context().close();
    await server?.stop();
  });

  const station = (board: Page, id: string) => board.locator(`tr[data-station="${id}"]`);
  const west = (board: Page) => board.locator('.polls-row[data-target="west"]');

  /** Both reports, beside what the schedule says of the same stations, and marked where they contradict it. */
  const expectBothReports = async (board: Page, words: { closed: RegExp; counts: RegExp }): Promise<void> => {
    await expect(station(board, 'w-1')).toHaveAttribute('data-status', 'closed');
    await expect(station(board, 'w-1')).toHaveAttribute('data-differs', 'true');
    await expect(station(board, 'w-1')).toContainText(words.closed);
    await expect(west(board)).toHaveAttribute('data-differs', 'true');
    await expect(west(board).locator('.reported')).toHaveText(words.counts);
    await expect(west(board).locator('.differs')).toBeVisible();
  };
  const russian = {
    closed: /закрыт \(20:05\).*расходится/,
    counts: /открыто 31 из 40.*закрыто 9.*\(20:05\).*расходится/,
  };
  const english = { closed: /closed \(20:05\)/, counts: /31 of 40.*9.*\(20:05\)/ };

  test('[VIEW-24] before any report every station follows the clock of its own zone', async () => {
    for (const board of boards) {
      await expect(station(board, 'w-1')).toHaveAttribute('data-status', 'open');
      await expect(station(board, 'e-1')).toHaveAttribute('data-status', 'closed');
      await expect(board.locator('tr[data-differs="true"]')).toHaveCount(0);
    }
  });

  test('[STA-1, VIEW-20, VIEW-25] a closed station and a count for the west stand on both boards, marked as differing', async () => {
    await sendCommand(server, {
      type: 'ReportStation',
      report: { station: 'w-1', status: 'closed', asOf, source: 'a reporter at the door' },
    });
    const seq = await sendCommand(server, {
      type: 'ReportStationCount',
      count: { target: 'west', open: 31, closed: 9, notYetOpen: 0, total: 40, asOf, source: 'the board' },
    });
    for (const board of boards) await untilPainted(board, seq);
    await expectBothReports(boards[0]!, russian);
    await expectBothReports(boards[1]!, english);
    // The schedule is not overwritten: it stands beside the report.
    await expect(station(boards[0]!, 'w-1').locator('td').nth(2)).toHaveText('открыт');
    await expect(west(boards[0]!)).toContainText('по расписанию: открыто 40');
  });

  test('[STA-2] a report on a station that the election does not have changes nothing', async () => {
    const unknown = { station: 'w-99', status: 'closed', asOf, source: 'a rumour' } as const;
    await expect(sendCommand(server, { type: 'ReportStation', report: unknown })).rejects.toThrow('unknownStation');
  });

  test('[STA-1, LOG-26] both boards still show both after the server was killed and started again, without a reload', async () => {
    await server.kill('SIGKILL');
    for (const board of boards) await expect(board.locator('.link-notice')).toBeVisible();
    await server.restart();
    for (const board of boards) await expect(board.locator('.link-notice')).toHaveCount(0);
    await expectBothReports(boards[0]!, russian);
    await expectBothReports(boards[1]!, english);
    for (const board of boards) expect(await wasNeverReloaded(board)).toBe(true);
    // What is reported next reaches them too: they follow again, and do not only show what they had.
    await sendCommand(server, {
      type: 'ReportStation',
      report: { station: 'e-1', status: 'open', asOf, source: 'a reporter at the door' },
    });
    for (const board of boards) await expect(station(board, 'e-1')).toHaveAttribute('data-status', 'open');
  });
});

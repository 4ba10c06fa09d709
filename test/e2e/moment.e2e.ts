import { figureIdOf } from '@yavka/shared/figures/figure';
import type { AudienceEntry } from '@yavka/shared/log/entry';
import { snapshotSchema } from '@yavka/shared/protocol/wire';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { nationalDigits, openPage, untilPainted } from './pages.ts';
import { percent, recordedElection } from './recorded-election.ts';
import { sendCommand } from './send-command.ts';
import type { RunningServer } from './server.ts';
import { startServer } from './server.ts';

const election = recordedElection('test-two-zones');
const national = (id: string): number => election.announcement(id).national.turnout?.min ?? 0;
/** Those of the day until 18:00: what the country was said to have at noon and then. */
const [noon, evening] = [national('a-1200'), national('a-1800-list')];

test.describe('what was known at a moment of the log', () => {
  test.describe.configure({ mode: 'serial' });

  let server: RunningServer;
  let board: Page;
  let link = '';

  test.beforeAll(async ({ browser }) => {
    server = await startServer({ pack: 'test-two-zones', args: ['--rehearsal', '--at', '18:30'] });
    board = await openPage(browser, `${server.url}/?lang=en`);
  });
  test.afterAll(async () => {
    await board?.context().close();
    await server?.stop();
  });

  test('[BOARD-24, BOARD-26] the keys lead through the log, and the whole board but the lamps goes with them', async () => {
    await expect(nationalDigits(board)).toHaveText(percent(evening, '.'));
    await board.getByRole('button', { name: 'any moment of the day' }).click();
    const slider = board.getByRole('slider');
    await slider.focus();
    await expect(slider).toHaveAttribute('aria-valuetext', /announcement 18:00|polling stations/);
    // From the newest to the first figures of 18:00, and on to those of noon.
    while (!((await slider.getAttribute('aria-valuetext')) ?? '').includes('announcement 12:00'))
      await board.keyboard.press('PageDown');
    await expect(nationalDigits(board)).toHaveText(percent(noon, '.'));
    await expect(board.getByText(/^as known at 1\d:\d\d$/)).toBeVisible();
    await expect(board.locator('.lamps')).toContainText('as of 18:00');
    await expect(board.locator('.ledger-row')).toHaveCount(1);
    // The address follows a little after the keys: it must have come to the entry that brought the figures of noon.
    const snapshot = snapshotSchema.parse(await (await fetch(`${server.url}/api/v1/snapshot`)).json());
    const seq = snapshot.state.announcements['a-1200']?.enteredSeq ?? 0;
    await expect(board).toHaveURL(new RegExp(`moment=${String(seq)}&log=rehearsal-`));
    link = board.url();
    await board.keyboard.press('ArrowRight');
    await expect(slider).not.toHaveAttribute('aria-valuetext', /announcement 12:00/);
    await board.keyboard.press('ArrowLeft');
    await expect(slider).toHaveAttribute('aria-valuetext', /announcement 12:00/);
  });

  test('[BOARD-25] a link to a moment shows it to anybody, and one of another log shows no figures', async ({
    browser,
  }) => {
    const other = await openPage(browser, link);
    await expect(nationalDigits(other)).toHaveText(percent(noon, '.'));
    await other.goto(link.replace(/log=[\w-]+/, 'log=another'));
    await expect(other.getByRole('heading', { name: 'The link is to another log' })).toBeVisible();
    await expect(other.getByTestId('national-turnout')).toHaveCount(0);
    await other.getByRole('button', { name: 'To the newest figures' }).last().click();
    await expect(nationalDigits(other)).toHaveText(percent(evening, '.'));
    await other.context().close();
  });

  test('[BOARD-24] what comes meanwhile moves nothing of the moment, and is there on the way back', async () => {
    const figureId = figureIdOf({
      ...{ source: election.pack.commission.id, measure: 'ballots-issued', cutoff: '18:00', area: election.pack.root },
    });
    const reason = 'The source has said so.';
    const correction = {
      turnout: { min: evening + 3, max: evening + 3 },
      ballots: null,
      kind: 'source-correction',
    } as const;
    await sendCommand(server, { type: 'CorrectFigure', figureId, expectedRevision: 2, reason, ...correction });
    const seq = await sendCommand(server, { type: 'VerifyFigures', refs: [{ figureId, revision: 3 }] });
    await untilPainted(board, seq);
    await expect(nationalDigits(board)).toHaveText(percent(noon, '.'));
    await board.getByRole('slider').focus();
    await board.keyboard.press('End');
    await expect(nationalDigits(board)).toHaveText(percent(evening + 3, '.'));
    await expect(board).not.toHaveURL(/moment=/);
    await board.keyboard.press('ArrowLeft');
    await expect(nationalDigits(board)).toHaveText(percent(evening, '.'));
  });

  test('[SRC-1] the browser proves the chain, and finds the entry of a doctored answer', async ({ browser }) => {
    const page = await openPage(browser, `${server.url}/announcements?lang=en`);
    await page.getByRole('button', { name: 'Check the chain' }).click();
    await expect(page.getByText('The chain holds')).toBeVisible();
    const { seq } = (await (await fetch(`${server.url}/api/v1/pointer`)).json()) as { seq: number };
    await expect(page.locator('.chain-when')).toContainText(`entry ${String(seq)}`);
    let doctored = 0;
    await page.route('**/api/v1/entries/**', async (route) => {
      const answer = (await (await route.fetch()).json()) as { entries: AudienceEntry[] };
      for (const entry of answer.entries) {
        if (doctored > 0 || !('payload' in entry) || entry.payload.type !== 'figures.released') continue;
        const turnout = entry.payload.figures[0]?.revision.turnout;
        if (turnout === null || turnout === undefined) continue;
        doctored = entry.seq;
        turnout.max = 9999;
      }
      await route.fulfill({ json: answer });
    });
    await page.getByRole('button', { name: 'Check again' }).click();
    await expect(page.locator('.chain-broken')).toContainText('The chain breaks at entry');
    await expect(page.locator('.chain-broken')).toContainText(`entry ${String(doctored)}`);
    await page.context().close();
  });
});

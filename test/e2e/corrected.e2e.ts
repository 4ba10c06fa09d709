import { figureIdOf } from '@yavka/shared/figures/figure';
import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { ingest } from './command-line.ts';
import { nationalDigits, openPage, untilPainted, wasNeverReloaded } from './pages.ts';
import { recordedElection } from './recorded-election.ts';
import { sendCommand } from './send-command.ts';
import type { RunningServer } from './server.ts';
import { startServer } from './server.ts';

const election = recordedElection('test-two-zones');
const cutoff = '18:00';
const figureOf = (area: string): string =>
  figureIdOf({ source: election.pack.commission.id, measure: 'ballots-issued', cutoff, area });

test.describe('a correction of a released figure', () => {
  test.describe.configure({ mode: 'serial' });

  let server: RunningServer;
  let board: Page;

  test.beforeAll(async ({ browser }) => {
    server = await startServer({
      pack: 'test-two-zones',
      args: ['--rehearsal', '--no-replay', '--at', '18:30'],
    });
    await ingest(server, election.textOf('a-1800-list'));
    board = await openPage(browser, `${server.url}/?lang=ru`);
    await expect(nationalDigits(board)).toHaveText('55,40');
  });
  test.afterAll(async () => {
    await board?.context().close();
    await server?.stop();
  });

  const correct = async (
    area: string,
    turnout: number | null,
    ballots: number | null,
    kind: 'typo' | 'source-correction' | 'withdrawn',
    reason: string,
    verified = true,
  ): Promise<void> => {
    const figureId = figureOf(area);
    let seq = await sendCommand(server, {
      type: 'CorrectFigure',
      figureId,
      expectedRevision: 1,
      kind,
      reason,
      turnout: turnout === null ? null : { min: turnout, max: turnout },
      ballots,
    });
    if (verified) seq = await sendCommand(server, { type: 'VerifyFigures', refs: [{ figureId, revision: 2 }] });
    await untilPainted(board, seq);
  };

  /** When the server released a revision, by its own account. */
  const releasedAt = async (area: string, wanted: number): Promise<number> => {
    const { figures } = (await (await fetch(`${server.url}/api/v1/figures?area=${area}&cutoff=${cutoff}`)).json()) as {
      figures: { revisions: { revision: number; releasedAt: number | null }[] }[];
    };
    const at = figures[0]?.revisions.find(({ revision }) => revision === wanted)?.releasedAt;
    if (at === null || at === undefined) throw new Error(`revision ${String(wanted)} of ${area} is not released`);
    return at;
  };

  test('[CORR-1, FIG-2] entered and not verified, it changes nothing that a board shows', async () => {
    await correct('TT', 5543, 55_430, 'source-correction', 'Коллегия прислала уточнённое число.', false);
    await expect(nationalDigits(board)).toHaveText('55,40');
    await expect(board.locator('body')).not.toContainText('55,43');
  });

  test('[CORR-1, VIEW-9] verified, the new value stands with its mark, in the number and in the ledger', async () => {
    const seq = await sendCommand(server, {
      type: 'VerifyFigures',
      refs: [{ figureId: figureOf('TT'), revision: 2 }],
    });
    await untilPainted(board, seq);
    await expect(nationalDigits(board)).toHaveText('55,43');
    const words = `исправлено ${election.capitalTime(await releasedAt('TT', 2))}`;
    expect(words).toMatch(/ 18:[345]\d$/);
    await expect(board.locator('.hero .tag-corrected')).toHaveText(words);
    await expect(board.locator('.ledger .stamp')).toHaveText(words);
    expect(await wasNeverReloaded(board)).toBe(true);
  });

  test('[CORR-1] its provenance has both revisions with the kind and the reason, nothing overwritten', async () => {
    await board.getByTestId('national-turnout').click();
    const revisions = board.locator('.provenance-revisions li');
    await expect(revisions).toHaveCount(2);
    await expect(revisions.nth(0)).toContainText('55,43');
    await expect(revisions.nth(0)).toContainText('источник исправил');
    await expect(revisions.nth(0).locator('q')).toHaveText('Коллегия прислала уточнённое число.');
    await expect(revisions.nth(1)).toContainText('55,40');
    await expect(revisions.nth(1)).toContainText('введено');
    await board.keyboard.press('Escape');
    await expect(board.locator('.provenance')).toHaveCount(0);
  });

  test('[VIEW-9] a region corrected wears its mark on the map and keeps its band honest', async () => {
    const east = board.locator('svg.map path[data-area="TT-E"]');
    await expect(east).toHaveAttribute('fill', election.colorOf(5890));
    await correct('TT-E', 6001, null, 'typo', 'Опечатка оператора: 58,90 вместо 60,01.');
    await expect(east).toHaveAttribute('fill', election.colorOf(6001));
    expect(election.colorOf(6001)).not.toBe(election.colorOf(5890));
    await expect(board.locator('svg.map .map-stamp')).toHaveCount(1);
    await expect(board.locator('.comb-cell[data-area="TT-E"] .comb-figure b')).toHaveText('60,01');
  });

  test('[VIEW-5] a withdrawn figure is not shown, and its revisions stay reachable', async () => {
    await correct('TT-W', null, null, 'withdrawn', 'Коллегия отозвала показатель.');
    const west = board.locator('svg.map path[data-area="TT-W"]');
    await expect(west).toHaveAttribute('data-missing', 'notReported');
    await expect(board.locator('.comb-cell[data-area="TT-W"]')).not.toContainText('50,15');
    await west.click();
    const revisions = board.locator('.provenance-revisions li');
    await expect(revisions.nth(0)).toContainText('отозвано');
    await expect(revisions.nth(1)).toContainText('50,15');
  });

  test('[CORR-2] one that names another revision than stands is refused', async () => {
    await expect(correct('TT', 5600, null, 'typo', 'Запоздалое исправление.')).rejects.toThrow('staleRevision');
    await expect(nationalDigits(board)).toHaveText('55,43');
  });
});

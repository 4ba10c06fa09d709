import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import type { Cable } from '../cable.ts';
import { layCable } from '../cable.ts';
import { ingest } from './command-line.ts';
import { nationalDigits, openPage, untilPainted, wasNeverReloaded } from './pages.ts';
import { percent, recordedElection } from './recorded-election.ts';
import { sendCommand } from './send-command.ts';
import type { RunningServer } from './server.ts';
import { startServer } from './server.ts';

const election = recordedElection('test-two-zones');
const figureId = (area: string): string => `${election.pack.commission.id}/ballots-issued/18:00/${area}`;

test.describe('an outage', () => {
  test.describe.configure({ mode: 'serial' });

  let server: RunningServer;
  let cable: Cable;
  let board: Page;
  let studio: Page;
  let revision = 1;

  test.beforeAll(async ({ browser }) => {
    server = await startServer({ pack: 'test-two-zones', args: ['--rehearsal', '--no-replay', '--at', '18:30'] });
    cable = await layCable({ host: '127.0.0.1', port: Number(new URL(server.url).port) });
    await ingest(server, election.textOf('a-1800-list'));
    board = await openPage(browser, `http://127.0.0.1:${cable.port}/?lang=ru`);
    studio = await openPage(browser, `http://127.0.0.1:${cable.port}/studio?scene=map&lang=ru`);
    await expect(nationalDigits(board)).toHaveText('55,40');
    await expect(studio.getByTestId('hero')).toHaveText('55,40%');
  });
  test.afterAll(async () => {
    for (const page of [board, studio]) await page?.context().close();
    await cable?.remove();
    await server?.stop();
  });

  const linkLamp = () => board.getByRole('list', { name: 'Состояние' }).getByRole('listitem').first();
  /** Enters and verifies another value for the country, as somebody does elsewhere while this page hears nothing. */
  const changeNational = async (turnout: number): Promise<number> => {
    const reason = 'Коллегия прислала новое число.';
    const value = { turnout: { min: turnout, max: turnout }, ballots: turnout * 10 };
    const correction = { figureId: figureId('TT'), expectedRevision: revision, kind: 'source-correction' } as const;
    await sendCommand(server, { type: 'CorrectFigure', ...correction, reason, ...value });
    revision += 1;
    return sendCommand(server, { type: 'VerifyFigures', refs: [{ figureId: figureId('TT'), revision }] });
  };
  const expectBothShow = async (turnout: number): Promise<void> => {
    await expect(nationalDigits(board)).toHaveText(percent(turnout));
    await expect(studio.getByTestId('hero')).toHaveText(`${percent(turnout)}%`);
    await expect(board.locator('.link-notice')).toHaveCount(0);
    for (const page of [board, studio]) expect(await wasNeverReloaded(page)).toBe(true);
  };

  test('[BOARD-12, SCN-15, LOG-26] the server is killed: the figures stay, labelled; restarted, both pages are right by themselves', async () => {
    await server.kill('SIGKILL');
    await expect(board.locator('.link-notice')).toHaveText('связь потеряна · данные на 18:00');
    await expect(linkLamp()).toContainText('потеряна');
    await expect(nationalDigits(board)).toHaveText('55,40');
    await expect(board.locator('svg.map path[data-area="TT-E"]')).toHaveAttribute('fill', election.colorOf(5890));
    // On air nothing tells of the link: the picture stands as it was.
    await expect(studio.getByTestId('hero')).toHaveText('55,40%');
    await expect(studio.locator('body')).not.toContainText('связь');
    await server.restart();
    await changeNational(5541);
    await expectBothShow(5541);
    await expect(linkLamp()).not.toContainText('потеряна');
  });

  test('[FEED-26] a cable is cut and nobody is told: the page notices by the silence, and catches up when it is mended', async () => {
    cable.cut('silent');
    await changeNational(5542);
    await expect(board.locator('.link-notice')).toBeVisible();
    await expect(nationalDigits(board)).toHaveText('55,41');
    cable.mend();
    await expectBothShow(5542);
  });

  test('[FEED-26] the browser is offline and online again', async () => {
    await board.context().setOffline(true);
    await changeNational(5543);
    await board.context().setOffline(false);
    await expectBothShow(5543);
  });

  test('[FEED-32] a laptop is shut while the server starts again, and opened later', async () => {
    const session = await board.context().newCDPSession(board);
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await server.kill('SIGKILL');
    await server.restart();
    await changeNational(5544);
    await expect(studio.getByTestId('hero')).toHaveText('55,44%');
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await expectBothShow(5544);
  });

  test('[FEED-30] after all of it the pages still follow at once', async () => {
    const seq = await changeNational(5545);
    for (const page of [board, studio]) await untilPainted(page, seq);
    await expectBothShow(5545);
  });
});

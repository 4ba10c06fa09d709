import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { nationalDigits, untilPainted } from './pages.ts';
import { postCommand, sendCommand } from './send-command.ts';
import type { RunningServer } from './server.ts';
import { startServer } from './server.ts';

/** Figures whose digits occur nowhere else, however they are written; a hash or an id may hold any digits. */
const national = { turnout: 5417, ballots: 54_173 };
const west = { turnout: 4739, ballots: 18_957 };
const digits = [
  /(?<!\d)54[.,]17(?!\d)/,
  /(?<!\d)47[.,]39(?!\d)/,
  /(?<![\w-])(?:5417|4739|54[\s,]?173|18[\s,]?957)(?![\w-])/,
];

test.describe('what is not released', () => {
  test.describe.configure({ mode: 'serial' });

  let server: RunningServer;
  let board: Page;
  /** Everything that the server has sent to the board: frames of its socket, and bodies over HTTP. */
  const received: string[] = [];
  const bodies: Promise<string>[] = [];

  test.beforeAll(async ({ browser }) => {
    server = await startServer({ pack: 'test-two-zones', args: ['--rehearsal', '--no-replay', '--at', '18:30'] });
    const context = await browser.newContext();
    board = await context.newPage();
    board.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => received.push(payload.toString())));
    board.on('response', (response) => {
      if (response.url().includes('/api/')) bodies.push(response.text());
    });
    await board.goto(`${server.url}/?lang=ru`);
    await expect(board.locator('svg.map path[data-area]')).toHaveCount(2);
  });
  test.afterAll(async () => {
    await board?.context().close();
    await server?.stop();
  });

  const publicBodies = async (): Promise<string[]> =>
    Promise.all(
      [
        'snapshot',
        'snapshot?scope=stations:TT-W',
        'figures',
        'figures?area=TT',
        'figures?area=TT-W&cutoff=18:00',
        'export.csv?at=all&lang=ru',
        'export.csv?at=all&lang=en&table=revisions',
        'export.json?at=all',
        '../../feed.atom?lang=en',
      ].map(async (route) => (await fetch(`${server.url}/api/v1/${route}`)).text()),
    );
  /** The page as it stands, but for the numbers that only place a shape: some follow the clock, and may be any. */
  const drawnWords = async (): Promise<string> =>
    (await board.content()).replaceAll(
      / (?:d|x|y|x1|x2|y1|y2|cx|cy|r|width|height|points|transform|style)="[^"]*"/g,
      '',
    );
  const expectNowhere = async (): Promise<void> => {
    const everywhere = [...(await publicBodies()), await drawnWords(), ...(await Promise.all(bodies)), ...received];
    for (const pattern of digits) expect(everywhere.filter((text) => pattern.test(text))).toEqual([]);
  };
  const enter = async (area: string, figure: { turnout: number; ballots: number }): Promise<number> =>
    sendCommand(server, {
      type: 'EnterFigure',
      area,
      cutoff: '18:00',
      turnout: { min: figure.turnout, max: figure.turnout },
      ballots: figure.ballots,
      status: 'preliminary',
      source: 'the board',
    });

  test('[ACC-1] nothing is written without a token, or with a wrong one', async () => {
    const { seq } = (await (await fetch(`${server.url}/api/v1/figures`)).json()) as { seq: number };
    for (const token of [null, 'yv_not-a-token-at-all']) {
      const answer = await postCommand(
        server,
        {
          type: 'EnterFigure',
          area: 'TT',
          cutoff: '18:00',
          turnout: { min: 5417, max: 5417 },
          ballots: null,
          status: 'preliminary',
          source: 'nobody',
        },
        token,
      );
      expect(answer).toMatchObject({ status: 401, body: { rejected: 'notSignedIn' } });
    }
    expect(await (await fetch(`${server.url}/api/v1/figures`)).json()).toMatchObject({ seq, figures: [] });
  });

  test('[FIG-2, FIG-4, OUT-7] an entered figure is in no picture, no body and no frame of a public page', async () => {
    await enter('TT', national);
    const seq = await enter('TT-W', west);
    await untilPainted(board, seq);
    await expectNowhere();
    await expect(board.locator('.hero-empty')).toBeVisible();
  });

  test('[FIG-2] verified under a hold it is still nowhere', async () => {
    await sendCommand(server, {
      type: 'Withhold',
      withholdingId: 'hold-1',
      target: { kind: 'desk' },
      until: null,
      reason: 'Ждём звонка из коллегии.',
    });
    const refs = ['TT', 'TT-W'].map((area) => ({ figureId: `board/ballots-issued/18:00/${area}`, revision: 1 }));
    const seq = await sendCommand(server, { type: 'VerifyFigures', refs });
    await untilPainted(board, seq);
    await expectNowhere();
  });

  test('[FIG-3, FIG-6, OUT-7] with the hold lifted it is everywhere at once', async () => {
    const seq = await sendCommand(server, { type: 'LiftWithholding', withholdingId: 'hold-1' });
    await untilPainted(board, seq);
    await expect(nationalDigits(board)).toHaveText('54,17');
    await expect(board.locator('.comb-cell[data-area="TT-W"] .comb-figure b')).toHaveText('47,39');
    const [snapshot, , figures] = await publicBodies();
    for (const body of [snapshot, figures]) expect(body).toMatch(/"min":4739/);
    const [csv, revisions, json, feed] = (await publicBodies()).slice(-4);
    expect(csv).toContain(';"47,39";"47,39";');
    expect(revisions).toContain(',47.39,47.39,');
    expect(json).toContain('"turnoutMin": 47.39');
    expect(feed).toContain('47.39%');
    await expect.poll(() => received.some((text) => text.includes('"min":4739'))).toBe(true);
  });
});

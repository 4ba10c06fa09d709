import type { Snapshot } from '@yavka/shared/protocol/wire';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { nationalDigits, openPage } from './pages.ts';
import { recordedElection } from './recorded-election.ts';
import type { RunningServer } from './server.ts';
import { startServer } from './server.ts';

const election = recordedElection('test-two-zones');
const evening = election.textOf('a-1800-list');
const closing = election.textOf('a-2130');

test.describe('the operator’s desk', () => {
  test.describe.configure({ mode: 'serial' });

  let server: RunningServer;
  let desk: Page;
  let board: Page;

  test.beforeAll(async ({ browser }) => {
    server = await startServer({ pack: 'test-two-zones', args: ['--rehearsal', '--no-replay', '--at', '21:35'] });
    desk = await openPage(browser, `${server.url}/desk?lang=ru`);
    board = await openPage(browser, `${server.url}/?lang=ru`);
  });
  test.afterAll(async () => {
    for (const page of [desk, board]) await page?.context().close();
    await server?.stop();
  });

  const text = (): Locator => desk.getByRole('textbox', { name: 'Текст сообщения' });
  const enter = (): Locator => desk.getByRole('button', { name: 'Ввести', exact: true });
  const readFigure = (area: string): Locator => desk.getByTestId('reading').locator(`tr[data-area="${area}"]`);
  const announcements = (): Locator => desk.locator('#entered li[data-announcement]');
  const enteredFigure = (area: string): Locator => announcements().first().locator(`tr[data-figure$="/${area}"]`);
  const logLength = async (): Promise<number> => {
    const { seq } = (await (await fetch(`${server.url}/api/v1/figures`)).json()) as { seq: number };
    return seq;
  };

  test('[ACC-1] opens with a token only, and says so of a wrong one', async () => {
    await expect(text()).toHaveCount(0);
    await desk.getByLabel('Токен оператора').fill('yv_not-a-token-at-all');
    await desk.getByRole('button', { name: 'Войти' }).click();
    await expect(desk.getByText('Сервер не принял токен')).toBeVisible();
    await expect(text()).toHaveCount(0);
    await desk.getByLabel('Токен оператора').fill(server.deskToken);
    await desk.getByRole('button', { name: 'Войти' }).click();
    await expect(text()).toBeVisible();
    expect(desk.url()).not.toContain(server.deskToken);
  });

  test('[ACM-1] shows the figures of a pasted announcement, each with the words it came from, and writes nothing', async () => {
    const before = await logLength();
    await text().fill(evening);
    await expect(readFigure('TT')).toContainText('55,40');
    await expect(readFigure('TT-W')).toContainText('50,15');
    await expect(readFigure('TT-E')).toContainText('58,90');
    const marked = desk.getByTestId('marked-text').locator('mark[data-kind="figure"]');
    await expect(marked.filter({ hasText: '58,90' })).toHaveCount(1);
    expect(evening).toContain((await marked.filter({ hasText: '58,90' }).textContent()) ?? '-');
    await expect(desk.locator('#announcement .findings li')).toHaveCount(0);
    expect(await logLength()).toBe(before);
  });

  test('[FIG-2] what is entered is on the desk and on no board; verified, it is on the board', async () => {
    await enter().click();
    await expect(announcements()).toHaveCount(1);
    await expect(announcements().first()).toHaveAttribute('data-state', 'entered');
    await expect(text()).toHaveValue('');
    await expect(board.locator('.hero-empty')).toBeVisible();
    expect(await board.content()).not.toContain('55,40');
    await desk.getByRole('button', { name: 'Проверить и выпустить сообщение на 18:00' }).click();
    await expect(announcements().first()).toHaveAttribute('data-state', 'released');
    await expect(nationalDigits(board)).toHaveText('55,40');
  });

  test('[ACM-3] a stop lets nothing through until it is answered with a reason', async () => {
    await text().fill(closing);
    const stop = desk.locator('.findings li[data-severity="stop"]');
    await expect(stop).toHaveCount(1);
    await expect(stop).toHaveAttribute('data-check', 'M');
    await expect(enter()).toBeDisabled();
    await stop.getByLabel('Причина, почему это верно').fill('ок');
    await expect(enter()).toBeDisabled();
    await stop.getByLabel('Причина, почему это верно').fill('Коллегия сама снизила показатель.');
    await expect(enter()).toBeEnabled();
  });

  test('[DESK-5] the server is killed in the middle: nothing typed is lost, and what was sent is written once', async () => {
    await server.kill('SIGKILL');
    await expect(desk.locator('.link-lamp')).toHaveAttribute('data-status', 'reconnecting');
    await enter().click();
    await expect(desk.getByText('Сервер не отвечает. Набранное сохранено')).toBeVisible();
    await server.restart();
    await expect(announcements()).toHaveCount(2);
    await expect(announcements().first().locator('h3')).toContainText('21:30');
    await expect(text()).toHaveValue('');
    expect(await wasWrittenOnce()).toBe(true);
    await desk.getByRole('button', { name: 'Проверить и выпустить сообщение на 21:30' }).click();
    await expect(nationalDigits(board)).toHaveText('58,13');
  });

  test('[ACM-3] the reason stays with the figure, for everyone who asks where it comes from', async () => {
    await board.locator('.comb-cell[data-area="TT-E"] .comb-figure').click();
    await expect(board.locator('.provenance-override')).toContainText('Коллегия сама снизила показатель.');
    await board.keyboard.press('Escape');
  });

  test('[DESK-5] what is being typed outlives the server, and the page being loaded again', async () => {
    const half = 'По предварительным данным на 21:30';
    await text().fill(half);
    await server.kill('SIGKILL');
    await text().press('End');
    await text().pressSequentially(' явка в стране');
    await server.restart();
    await expect(desk.locator('.link-lamp')).toHaveAttribute('data-status', 'live');
    await expect(text()).toHaveValue(`${half} явка в стране`);
    await desk.reload();
    await expect(text()).toHaveValue(`${half} явка в стране`);
    await desk.getByRole('button', { name: 'Очистить' }).click();
    await expect(text()).toHaveValue('');
  });

  test('[CORR-1] a figure is corrected with its kind and reason, verified by a second look, and marked on the board', async () => {
    await enteredFigure('TT-E')
      .getByRole('button', { name: /^Исправить: / })
      .click();
    const form = desk.getByRole('form', { name: /^Исправление: / });
    await form.getByLabel('Явка, %').fill('58,98');
    await form.getByRole('button', { name: 'Исправить' }).click();
    await expect(form.getByText('Нужно заполнить.')).toBeVisible();
    await form.getByLabel('Причина').fill('Опечатка: цифры переставлены.');
    await form.getByRole('button', { name: 'Исправить' }).click();
    await expect(enteredFigure('TT-E')).toHaveAttribute('data-revision', '2');
    const onBoard = board.locator('.comb-cell[data-area="TT-E"] .comb-figure b');
    await expect(onBoard).toHaveText('58,89');
    await enteredFigure('TT-E').getByRole('button', { name: 'Проверить исправление' }).click();
    await expect(onBoard).toHaveText('58,98');
    await expect(board.locator('svg.map .map-stamp')).toHaveCount(1);
  });

  test('[STA-1] a station and a count of stations are reported in its forms', async () => {
    const one = desk.getByRole('form', { name: 'Один участок' });
    await one.getByLabel('Участок').selectOption('w-1');
    await one.getByLabel('Состояние').selectOption('closed');
    await one.getByLabel('Источник').fill('корреспондент');
    await one.getByRole('button', { name: 'Сообщить' }).click();
    const count = desk.getByRole('form', { name: 'Счёт участков' });
    await count.getByLabel('Территория или группа').selectOption('west');
    await count.getByLabel('Открыто', { exact: true }).fill('3');
    await count.getByLabel('Закрыто').fill('37');
    await count.getByLabel('Источник').fill('коллегия');
    await count.getByRole('button', { name: 'Сообщить' }).click();
    const reported = desk.getByTestId('reported-stations');
    await expect(reported.locator('[data-station="w-1"]')).toHaveAttribute('data-status', 'closed');
    await expect(reported.locator('[data-target="west"]')).toContainText('открыто 3');
    const { state } = (await (await fetch(`${server.url}/api/v1/snapshot`)).json()) as Snapshot;
    const at = election.capitalTime(state.stations['w-1']?.asOf ?? 0);
    expect(at).toMatch(/^21:[345]\d$/);
    await expect(board.locator('tr[data-station="w-1"]')).toContainText(`закрыт (${at})`);
    await expect(board.locator('.polls-row[data-target="west"] .reported')).toContainText('открыто 3');
  });

  test('[STA-9] a report of an earlier hour is refused, and taken once the later one’s time is named as wrong', async () => {
    const one = desk.getByRole('form', { name: 'Один участок' });
    await one.getByLabel('Участок').selectOption('w-1');
    await one.getByLabel('Состояние').selectOption('open');
    await one.getByLabel('По состоянию на').fill('08:10');
    await one.getByLabel('Источник').fill('наблюдатель');
    await one.getByRole('button', { name: 'Сообщить' }).click();
    await expect(one.locator('[data-rejected="olderReport"]')).toBeVisible();
    const reported = desk.getByTestId('reported-stations').locator('[data-station="w-1"]');
    await expect(reported).toHaveAttribute('data-status', 'closed');
    await one.getByRole('button', { name: 'неверное время' }).click();
    await expect(reported).toHaveAttribute('data-status', 'open');
    await expect(one.getByRole('button', { name: 'неверное время' })).toHaveCount(0);
  });

  /** The command that was sent over and over stands in the log once. */
  const wasWrittenOnce = async (): Promise<boolean> => {
    const response = await fetch(`${server.url}/api/v1/log`, {
      headers: { Authorization: `Bearer ${server.adminToken}` },
    });
    const entered = (await response.text())
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { payload: { type: string; announcement?: { cutoff: string } } })
      .filter(({ payload }) => payload.type === 'announcement.entered' && payload.announcement?.cutoff === '21:30');
    return entered.length === 1;
  };
});

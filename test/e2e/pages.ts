import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** How one area of a map is painted: the very attributes of its path, and the texture that lies over it. */
export interface PaintedArea {
  readonly fill: string;
  /** The kind of the pattern over the fill (`above`, `approaching`, `awaited`…); null for a flat field. */
  readonly texture: string | null;
  readonly look: string;
  readonly polls: string;
}

/** Every area's path of the page's map, by area. A texture counts only when its pattern is there to be drawn. */
export async function paintedAreas(page: Page): Promise<Record<string, PaintedArea>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('svg.map path[data-area]')].map((path) => {
        const over = path.nextElementSibling?.matches('path.map-over') === true ? path.nextElementSibling : null;
        const id = /^url\("?#(.+?)"?\)$/.exec(over?.getAttribute('fill') ?? '')?.[1] ?? null;
        const pattern = id === null ? null : document.getElementById(id);
        const texture = id === null ? null : (/-([a-z]+(?:-\d+)*)$/.exec(id)?.[1] ?? id);
        return [
          path.getAttribute('data-area') ?? '',
          {
            fill: path.getAttribute('fill') ?? '',
            texture: texture === null ? null : pattern === null ? `missing ${texture}` : texture,
            look: path.getAttribute('data-look') ?? '',
            polls: path.getAttribute('data-polls') ?? '',
          },
        ];
      }),
    ),
  );
}

/** A page that remembers whether it was ever loaded again. */
export async function openPage(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(address);
  await page.evaluate(() => Object.assign(globalThis, { openedOnce: true }));
  return page;
}

export async function wasNeverReloaded(page: Page): Promise<boolean> {
  return page.evaluate(() => 'openedOnce' in globalThis);
}

/** The country's number on the board, without its percent sign. */
export function nationalDigits(page: Page): Locator {
  return page.getByTestId('national-turnout').locator('.hero-digits');
}

/** Waits until the page has painted that place of the log, or a later one. */
export async function untilPainted(page: Page, seq: number): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => Number(document.documentElement.dataset['seq'] ?? -1)), { intervals: [20] })
    .toBeGreaterThanOrEqual(seq);
}

/** Waits until the page's fonts are there and nothing that ends by itself is moving or fading any more. */
export async function untilAtRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const nextFrame = async (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    const moving = (): Animation[] =>
      document
        .getAnimations()
        // One that holds its last frame is listed for as long as it does.
        .filter(({ playState }) => playState !== 'finished')
        .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)));
    await nextFrame();
    for (let under = moving(); under.length > 0; under = moving()) {
      await Promise.allSettled(under.map(async ({ finished }) => finished));
      await nextFrame();
    }
  });
}

/** When the page painted what it shows now, by the machine's time, and which place that was. */
export async function lastPainted(page: Page): Promise<{ readonly seq: number; readonly at: number }> {
  const mark = await page.evaluate(() => (globalThis as { yavkaPainted?: { seq: number; at: number } }).yavkaPainted);
  if (mark === undefined) throw new Error('the page has painted nothing yet');
  return mark;
}

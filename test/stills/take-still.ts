import type { Browser, Page } from '@playwright/test';

import { untilAtRest } from '../e2e/pages.ts';
import type { RecordedElection } from '../e2e/recorded-election.ts';
import type { ElectionState, StandingState } from './election-states.ts';
import { cableFor } from './election-states.ts';
import type { StillPage } from './still-pages.ts';

/** One picture. */
export interface Still {
  readonly page: StillPage;
  readonly lang: string;
  readonly size: readonly [number, number];
}

/** How pictures are taken. */
export interface Camera {
  readonly browser: Browser;
  readonly election: RecordedElection;
  /** Pixels of the picture for one of the page. */
  readonly scale: number;
  /** What a reader sees before scrolling, in place of the whole page. */
  readonly isFold: boolean;
}

/**
 * Takes a picture of a page once it is whole: everything fetched and drawn, fonts there, nothing moving. Answers what
 * the page complained of.
 */
export async function takeStill(
  { browser, election, scale, isFold }: Camera,
  state: ElectionState,
  stood: StandingState,
  { page: wanted, lang, size }: Still,
  file: string,
): Promise<string[]> {
  const [width, height] = size;
  const isPhone = width < 600 && wanted.isFramed !== true;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    reducedMotion: 'reduce',
    ...(isPhone ? { isMobile: true, hasTouch: true } : {}),
    ...wanted.media,
  });
  const cable = await cableFor(state, stood);
  try {
    // Functions given to a page carry the name keeper of whatever compiled them.
    await context.addInitScript('globalThis.__name ??= (named) => named;');
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('pageerror', ({ message }) => problems.push(message));
    const { isQuiet } = watchTraffic(page);
    if (wanted.media !== undefined) await page.emulateMedia(wanted.media);
    const address = new URL(stood.address(wanted.path(election), { lang, ...wanted.search }));
    if (cable !== null) address.port = String(cable.port);
    await page.goto(address.href);
    for (const selector of wanted.wholeWith) await page.locator(selector).first().waitFor({ state: 'attached' });
    await untilWhole(page, isQuiet);
    const isWhole = !isFold && wanted.isScreen !== true;
    if (cable !== null) cable.cut('refused');
    await state.disturb?.(page);
    await untilAtRest(page);
    if (isWhole) await unfix(page);
    await page.screenshot({ path: file, fullPage: isWhole, animations: 'disabled' });
    return problems;
  } finally {
    await context.close();
    await cable?.remove();
  }
}

/** What is fixed to the window is laid on the whole page: it hides nothing of what is below the first screen. */
async function unfix(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.body.style.position = 'relative';
    for (const element of document.querySelectorAll<HTMLElement>('#root *')) {
      const { position } = getComputedStyle(element);
      if (position === 'fixed') element.style.position = 'absolute';
      if (position === 'sticky') element.style.position = 'relative';
    }
  });
}

/** What the page has asked for and not been answered; its socket, which stays open, is not among it. */
function watchTraffic(page: Page): { readonly isQuiet: () => boolean } {
  const open = new Set<unknown>();
  page.on('request', (request) => {
    if (!request.url().includes('/socket.io/')) open.add(request);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return { isQuiet: () => open.size === 0 };
}

/** Far more looks than any page needs: one that goes on changing is told of instead of waited for. */
const mostLooks = 1_000;

/**
 * Waits until three looks, each when everything asked for has come and nothing moves, see the same page.
 * @throws Error where the page never stops changing
 */
async function untilWhole(page: Page, isQuiet: () => boolean): Promise<void> {
  let before = '';
  let looks = 0;
  for (let same = 0; same < 2;) {
    looks += 1;
    if (looks > mostLooks) throw new Error('never stops changing');
    await untilAtRest(page);
    const now = await page.evaluate(() => document.body.outerHTML);
    same = isQuiet() && now === before ? same + 1 : 0;
    before = now;
  }
}

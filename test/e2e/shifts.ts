import type { Page } from '@playwright/test';

import { untilAtRest } from './pages.ts';

/** One shift as the browser counts it, with what moved and from where to where. */
export interface Shift {
  readonly value: number;
  readonly moved: readonly string[];
}

/** Lets a page note its shifts from its first paint on; to be called before it goes anywhere. */
export async function watchShifts(page: Page): Promise<void> {
  // Those after a reader's doing are noted too: nothing excuses a page that jumps.
  await page.addInitScript(() => {
    interface Source {
      readonly node: Node | null;
      readonly previousRect: DOMRectReadOnly;
      readonly currentRect: DOMRectReadOnly;
    }
    const shifts: Shift[] = [];
    Object.assign(globalThis, { shifts });
    const said = ({ x, y, width, height }: DOMRectReadOnly): string => [x, y, width, height].map(Math.round).join(' ');
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as unknown as { value: number; sources: Source[] };
        // A word that changes beside a lamp is not the page moving: less than a thousandth is no shift to a reader.
        if (value < 0.001) continue;
        const moved = sources.map(({ node, previousRect, currentRect }) => {
          const what = node instanceof Element ? node.outerHTML.slice(0, 90) : `#text ${node?.textContent ?? ''}`;
          return `${what}: ${said(previousRect)} → ${said(currentRect)}`;
        });
        shifts.push({ value, moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** The shifts since the page was loaded or last asked, once it is at rest. */
export async function takeShifts(page: Page): Promise<Shift[]> {
  await untilAtRest(page);
  return page.evaluate(() => (globalThis as unknown as { shifts: Shift[] }).shifts.splice(0));
}

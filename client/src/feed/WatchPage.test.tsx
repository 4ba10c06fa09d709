import { describe, expect, it } from 'vitest';

import { watchPage } from './watch-page.ts';

function hide(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('[FEED-26] what the browser knows of the link', () => {
  it('a tab seen again after ten seconds is told, a shorter absence is not', () => {
    let now = 0;
    const told: string[] = [];
    const stop = watchPage(
      window,
      () => now,
      ({ type }) => told.push(type),
    );
    hide(true);
    now += 9_999;
    hide(false);
    expect(told).toEqual([]);
    hide(true);
    now += 10_000;
    hide(false);
    window.dispatchEvent(new Event('online'));
    expect(told).toEqual(['tabReturned', 'online']);
    stop();
    window.dispatchEvent(new Event('online'));
    expect(told).toHaveLength(2);
  });
});

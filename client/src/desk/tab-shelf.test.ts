import { describe, expect, it } from 'vitest';

import { shelf } from './shelf.fixture.ts';
import { tabShelf } from './tab-shelf.ts';

/** A browser and its tabs; a tab that is loaded again has what it had, one that is closed has nothing. */
function browser() {
  const shared = shelf();
  return {
    shared,
    openTab: () => {
      const own = shelf();
      return {
        own,
        form: tabShelf(
          () => own,
          () => shared,
        ),
      };
    },
  };
}
const forbidden = (): never => {
  throw new Error('SecurityError');
};

describe('forms of two desks in one browser', () => {
  it('[DESK-8] each keeps its own, however the other types and whatever it sends', () => {
    const { openTab, shared } = browser();
    const [first, second] = [openTab().form, openTab().form];
    first.setItem('form', 'typed first');
    second.setItem('form', 'typed second');
    expect([first.getItem('form'), second.getItem('form')]).toEqual(['typed first', 'typed second']);
    // What the first sent is answered: the second's stays kept, for after its tab was closed too.
    first.removeItem('form');
    expect([second.getItem('form'), shared.getItem('form')]).toEqual(['typed second', 'typed second']);
    expect(first.getItem('form')).not.toContain('typed');
    second.removeItem('form');
    expect(shared.kept.size).toBe(0);
  });

  it('[DESK-8] a desk that is opened anew finds what a closed one had kept', () => {
    const { openTab } = browser();
    openTab().form.setItem('form', 'half a sentence');
    expect(openTab().form.getItem('form')).toBe('half a sentence');
  });

  it('[DESK-8] an empty form takes away nothing that another desk has kept', () => {
    const { openTab } = browser();
    const [first, second] = [openTab().form, openTab().form];
    second.removeItem('form');
    first.setItem('form', 'typed');
    second.removeItem('form');
    expect(openTab().form.getItem('form')).toBe('typed');
  });

  it('[DESK-8, UI-30] one place to keep is enough, and none is told', () => {
    const own = shelf();
    for (const [tab, other] of [
      [() => own, forbidden],
      [forbidden, () => own],
    ] as const) {
      const form = tabShelf(tab, other);
      form.setItem('form', 'typed');
      expect(form.getItem('form')).toBe('typed');
      form.removeItem('form');
      expect(form.getItem('form') ?? 'null').toBe('null');
    }
    const nowhere = tabShelf(forbidden, forbidden);
    expect(nowhere.getItem('form')).toBeNull();
    expect(() => nowhere.setItem('form', 'typed')).toThrow('keeps nothing');
    expect(() => nowhere.removeItem('form')).not.toThrow();
  });
});

import type { FormShelf } from './kept-form.ts';

/** Written where this tab's form is empty, so that another tab's is not taken for its own. */
const emptied = 'null';

/**
 * Keeps a tab's forms in the tab itself, where no other tab's typing can take their place and a reload finds them, and
 * beside that in the browser, for whoever opens the desk again after its tab was closed.
 */
export function tabShelf(tab: () => FormShelf, browser: () => FormShelf): FormShelf {
  return {
    getItem: (key) => read(tab, key) ?? read(browser, key),
    setItem: (key, value) => {
      const isKept = [tab, browser].map((shelf) => write(shelf, key, value));
      if (!isKept.includes(true)) throw new Error('the browser keeps nothing');
    },
    removeItem: (key) => {
      const mine = read(tab, key);
      const kept = read(browser, key);
      const isMarked = write(tab, key, emptied);
      // What lies there now may be what another tab has typed since; a tab that keeps nothing cannot tell.
      if (kept !== null && (mine === kept || !isMarked)) browser().removeItem(key);
    },
  };
}

// A browser may forbid either of them, by throwing at the very name.
function read(shelf: () => FormShelf, key: string): string | null {
  try {
    return shelf().getItem(key);
  } catch {
    return null;
  }
}

function write(shelf: () => FormShelf, key: string, value: string): boolean {
  try {
    shelf().setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

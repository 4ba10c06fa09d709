import { useSyncExternalStore } from 'react';

import { after } from '../feed/timer.ts';

/** What must be there before a letter is drawn: both voices, in Latin, Cyrillic and the Kazakh letters. */
const wanted = [
  ['800 extra-condensed 100px "Noto Sans Display Variable"', '0123456789,.+%'],
  ['600 condensed 100px "Noto Sans Display Variable"', 'Aa Яя Әқ'],
  ['640 100px "Commissioner Variable"', 'Aa Яя Әқ'],
] as const;

let isReady = false;
let isAsked = false;
const listeners = new Set<() => void>();

function ask(): void {
  if (isAsked) return;
  isAsked = true;
  const settle = (): void => {
    isReady = true;
    for (const listener of listeners) listener();
  };
  // A browser without the interface, and a font that cannot be had, must not hold the picture back.
  void loaded().then(settle, settle);
}

async function loaded(): Promise<void> {
  if (!('fonts' in document)) return;
  await Promise.allSettled(wanted.map(async ([font, letters]) => document.fonts.load(font, letters)));
  await document.fonts.ready;
}

/**
 * Waits for the fonts, so that the first picture is the one that stays; no longer than that, since a number in another
 * face is better than none. Never rejects.
 */
export async function awaitFonts(mostMs: number): Promise<void> {
  await Promise.race([loaded(), new Promise<void>((run) => after(mostMs, run))]).catch(() => undefined);
}

/** True when the page's fonts are loaded, or cannot be. */
export function useFontsReady(): boolean {
  return useSyncExternalStore(
    (listener) => {
      ask();
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isReady,
  );
}

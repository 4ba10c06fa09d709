import type { Language } from '@yavka/shared/ids';

import type { CodeWait } from '../feed/await-code.ts';
import { awaitMissingCode } from '../feed/await-missing-code.ts';
import { useLanguageStore } from '../ui/language.ts';

/** Said where no words could be fetched, so they lie in the first script. */
export const wordsOfStart: Record<Language, { readonly failed: string; readonly again: string }> = {
  kk: { failed: 'Бет толық жүктелмеді. Байланыс қалпына келгенде өзі ашылады.', again: 'Қайта жүктеу' },
  ru: {
    failed: 'Страница загрузилась не целиком. Она откроется сама, когда связь вернётся.',
    again: 'Загрузить снова',
  },
  en: {
    failed: 'The page has not loaded completely. It will open by itself once the link is back.',
    again: 'Load again',
  },
};

/** Loads what a page cannot begin without; while it does not come the page says so, and asks again. */
export async function sayUntil(root: Element | null, load: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await load();
      root?.replaceChildren();
      return;
    } catch (error) {
      await new Promise<void>((again) => {
        const wait = awaitMissingCode(error, again);
        root?.replaceChildren(saying(wait, again));
      });
    }
  }
}

function saying(wait: CodeWait | null, again: () => void): Element {
  const words = wordsOfStart[useLanguageStore.getState().language];
  const said = document.createElement('p');
  said.className = 'not-started';
  said.setAttribute('role', 'alert');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.again;
  button.addEventListener('click', () => (wait === null ? again() : wait.askNow()));
  said.append(`${words.failed} `, button);
  return said;
}

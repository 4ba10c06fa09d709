import type { Language } from '@yavka/shared/ids';
import { languageSchema, languages } from '@yavka/shared/ids';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { create } from 'zustand';

/** A surface's words: flat keys, the same in every language. */
export type Words = Readonly<Record<Language, Readonly<Record<string, string>>>>;

const storageKey = 'yavka.language';
const fallbackLanguage: Language = 'ru';

const useLanguageStore = create<{ readonly language: Language }>()(() => ({ language: fallbackLanguage }));

void i18next.use(initReactI18next).init({
  lng: fallbackLanguage,
  // A missing word is seen as its key in tests, never as a word of another language on the screen.
  fallbackLng: false,
  supportedLngs: [...languages],
  resources: {},
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});

/** Makes a surface's words known as the namespace of `useTranslation(namespace)`. Call it before the first render. */
export function registerWords(namespace: string, words: Words): void {
  for (const language of languages) i18next.addResourceBundle(language, namespace, words[language], true, true);
}

/** The language of the page; the component is drawn again when it changes. */
export function useLanguage(): Language {
  return useLanguageStore((view) => view.language);
}

/** Changes the language of the page without loading it again; the address and the machine remember it. */
export function setLanguage(language: Language): void {
  show(language);
  const address = new URL(window.location.href);
  address.searchParams.set('lang', language);
  window.history.replaceState(window.history.state, '', address);
  remember(language);
}

/**
 * Finds the language to begin with: the address (`?lang=`), then, unless the page is on air, what was chosen here
 * before and what the browser asks for. A screen on air follows its address alone: a machine's settings must not
 * change the picture.
 */
export function startLanguage({ onAir }: { readonly onAir: boolean }): void {
  const asked = new URLSearchParams(window.location.search).get('lang');
  const wishes = onAir ? [asked] : [asked, recall(), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  const known = wishes.map((wish) => languageSchema.safeParse(wish)).find((wish) => wish.success);
  show(known?.data ?? fallbackLanguage);
}

function show(language: Language): void {
  void i18next.changeLanguage(language);
  document.documentElement.lang = language;
  useLanguageStore.setState({ language });
}

// A browser may forbid storage (a frame of another site, a private window): the language is then not remembered.
function recall(): string | null {
  try {
    return window.localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function remember(language: Language): void {
  try {
    window.localStorage.setItem(storageKey, language);
  } catch {
    // Nothing to do: the address still carries it.
  }
}

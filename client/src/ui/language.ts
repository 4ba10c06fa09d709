import type { Language } from '@yavka/shared/ids';
import { languageSchema, languages } from '@yavka/shared/ids';
import { create } from 'zustand';

/** One language's words under their keys. */
export type WordBook = Readonly<Record<string, string>>;
/** A surface's words: flat keys, the same in every language. */
export type Words = Readonly<Record<Language, WordBook>>;
/** Where the words of each language are fetched from. */
export type WordSources = Readonly<Record<Language, () => Promise<WordBook>>>;

const storageKey = 'yavka.language';
const fallbackLanguage: Language = 'ru';

interface LanguageStore {
  readonly language: Language;
  /** The words known so far, by namespace. */
  readonly books: Readonly<Record<string, Partial<Words>>>;
}

/** The page's language and its words; components read them by `useLanguage` and `useTranslation`. */
export const useLanguageStore = create<LanguageStore>()(() => ({ language: fallbackLanguage, books: {} }));

/** Where words come from, and the languages in which they are here. */
const shelves: { readonly namespace: string; readonly from: WordSources; readonly here: Set<Language> }[] = [];
/** What was asked for last: words that come late must not overrule it. */
let wanted: Language = fallbackLanguage;

/** Makes a surface's words, or more of them, known as the namespace of `useTranslation(namespace)`. Call it before the first render. */
export function registerWords(namespace: string, words: Partial<Words>): void {
  useLanguageStore.setState(({ books }) => {
    const book = { ...books[namespace] };
    for (const language of languages) if (words[language]) book[language] = { ...book[language], ...words[language] };
    return { books: { ...books, [namespace]: book } };
  });
}

/**
 * Fetches a surface's words in the page's language alone, so that nobody waits for words that he does not read; the
 * others come with `fetchOtherWords`, or when the language is changed to theirs.
 */
export async function fetchWords(namespace: string, from: WordSources): Promise<void> {
  if (!shelves.some((shelf) => shelf.from === from)) shelves.push({ namespace, from, here: new Set() });
  // While another language is on its way the page is drawn in its own.
  await fetchMissing(useLanguageStore.getState().language);
}

/** Fetches the words of the other languages, so that changing to one needs no link. Never rejects. */
export async function fetchOtherWords(): Promise<void> {
  await Promise.allSettled(languages.map(fetchMissing));
}

async function fetchMissing(language: Language): Promise<void> {
  await Promise.all(
    shelves
      .filter(({ here }) => !here.has(language))
      .map(async ({ namespace, from, here }) => {
        registerWords(namespace, { [language]: await from[language]() });
        here.add(language);
      }),
  );
}

/** The language of the page; the component is drawn again when it changes. */
export function useLanguage(): Language {
  return useLanguageStore((view) => view.language);
}

/**
 * Changes the language of the page without loading it again; the address and the machine remember it. Where its words
 * are not here yet the page keeps its language until they are.
 */
export function setLanguage(language: Language): void {
  wanted = language;
  turnTo(language);
}

function turnTo(language: Language): void {
  if (wanted !== language) return;
  if (!shelves.every(({ here }) => here.has(language))) {
    // Looked again afterwards: a page that was gone to meanwhile has words of its own.
    void fetchMissing(language).then(
      () => turnTo(language),
      () => {
        // Words that did not come are wanted no more: the page goes on in its own language.
        if (wanted === language) wanted = useLanguageStore.getState().language;
      },
    );
    return;
  }
  show(language);
  sayInAddress(language);
  remember(language);
}

function sayInAddress(language: Language): void {
  const address = new URL(window.location.href);
  address.searchParams.set('lang', language);
  window.history.replaceState(window.history.state, '', address);
}

/** The browser's way back leads to an address of before: what it says of the language may be true no more. */
function correctAddress(): void {
  const said = new URLSearchParams(window.location.search).get('lang');
  const { language } = useLanguageStore.getState();
  if (said !== null && said !== language) sayInAddress(language);
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
  window.addEventListener('popstate', correctAddress);
}

function show(language: Language): void {
  wanted = language;
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

import { useMemo } from 'react';

import { useLanguageStore } from './language.ts';

/** Says a key's words, what goes into their `{{holes}}` put in. */
export type Translate = (key: string, holes?: Readonly<Record<string, string | number | null>>) => string;

/**
 * The words of a namespace in the page's language; the component is drawn again when that changes. Counted words take
 * their form by `pluralFormOf`: the browsers' own plural rules know no Kazakh.
 */
export function useTranslation(namespace: string): { readonly t: Translate } {
  const book = useLanguageStore(({ books, language }) => books[namespace]?.[language]);
  return useMemo(() => {
    // A missing word is seen as its key in tests, never as a word of another language on the screen.
    const t: Translate = (key, holes) => filled(book?.[key] ?? key, holes);
    return { t };
  }, [book]);
}

function filled(words: string, holes: Parameters<Translate>[1]): string {
  if (holes === undefined) return words;
  return words.replaceAll(/\{\{(\w+)\}\}/g, (hole, name: string) => String(holes[name] ?? hole));
}

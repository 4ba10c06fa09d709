import { act, cleanup, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { WordBook } from './language.ts';
import { fetchOtherWords, fetchWords, registerWords, setLanguage, startLanguage, useLanguage } from './language.ts';
import { useTranslation } from './use-translation.ts';

registerWords('test', {
  kk: { 'greeting.day': 'қайырлы күн, {{name}}' },
  ru: { 'greeting.day': 'добрый день, {{name}}' },
  en: { 'greeting.day': 'good day, {{name}}' },
});

function Greeting({ namespace = 'test' }: { readonly namespace?: string }): ReactElement {
  const { t } = useTranslation(namespace);
  return (
    <p data-testid="greeting">
      {useLanguage()}: {t('greeting.day', { name: '<A>' })}
    </p>
  );
}
const shown = (): string | null => screen.getByTestId('greeting').textContent;

beforeEach(() => {
  window.localStorage.clear();
  window.history.replaceState(null, '', '/?view=map');
});
afterEach(cleanup);

describe('the language', () => {
  it('[UI-23] changes without loading the page again, and the address and the machine remember it', () => {
    startLanguage({ onAir: true });
    render(<Greeting />);
    expect(shown()).toBe('ru: добрый день, <A>');
    act(() => setLanguage('kk'));
    expect(shown()).toBe('kk: қайырлы күн, <A>');
    expect(document.documentElement.lang).toBe('kk');
    expect(window.location.search).toBe('?view=map&lang=kk');
    window.history.replaceState(null, '', '/');
    act(() => startLanguage({ onAir: false }));
    expect(shown()).toBe('kk: қайырлы күн, <A>');
  });

  it('[UI-31] is what the address says after the browser’s way back too', () => {
    window.history.replaceState(null, '', '/?lang=ru');
    startLanguage({ onAir: false });
    act(() => setLanguage('kk'));
    window.history.replaceState(null, '', '/day?lang=ru&at=20:05');
    window.dispatchEvent(new PopStateEvent('popstate'));
    expect(window.location.search).toBe('?lang=kk&at=20%3A05');
  });

  it('[UI-24] of a page on air is its address’s alone, not the machine’s', () => {
    window.localStorage.setItem('yavka.language', 'kk');
    window.history.replaceState(null, '', '/studio?lang=en');
    startLanguage({ onAir: true });
    render(<Greeting />);
    expect(shown()).toBe('en: good day, <A>');
    window.history.replaceState(null, '', '/studio');
    act(() => startLanguage({ onAir: true }));
    expect(shown()).toBe('ru: добрый день, <A>');
  });

  it('[UI-23] asked for in an unknown tongue is the next wish that is known', () => {
    window.history.replaceState(null, '', '/?lang=fr');
    window.localStorage.setItem('yavka.language', 'kk');
    startLanguage({ onAir: false });
    render(<Greeting />);
    expect(shown()).toContain('kk:');
  });
});

describe('words that are fetched', () => {
  it('[UI-31] that do not come leave the page in its language, and what it goes to next as well', async () => {
    const words = (language: string) => ({ 'greeting.day': `${language}.` });
    const isDown = { kk: true };
    const from = (namespace: string) => ({
      kk: () => (isDown.kk ? Promise.reject(new Error('down')) : Promise.resolve(words(`kk ${namespace}`))),
      ru: () => Promise.resolve(words(`ru ${namespace}`)),
      en: () => Promise.resolve(words(`en ${namespace}`)),
    });
    window.history.replaceState(null, '', '/?lang=ru');
    startLanguage({ onAir: true });
    await fetchWords('first', from('first'));
    await act(async () => {
      setLanguage('kk');
      await fetchWords('second', from('second'));
    });
    await fetchWords('third', from('third'));
    render(<Greeting namespace="second" />);
    expect(shown()).toBe('ru: ru second.');
    cleanup();
    render(<Greeting namespace="third" />);
    expect(shown()).toBe('ru: ru third.');
    expect(window.location.search).toBe('?lang=ru');
    isDown.kk = false;
    act(() => setLanguage('kk'));
    await screen.findByText('kk: kk third.');
  });

  it('[UI-28] are those of the page’s language alone; another is turned to when its words are here', async () => {
    const asked: string[] = [];
    const gates = new Map<string, () => void>();
    // As a module is fetched: asked for twice it is fetched once.
    const from = (language: string, words: WordBook) => {
      const coming =
        language === 'ru' ? Promise.resolve() : new Promise<void>((open) => void gates.set(language, open));
      return async (): Promise<WordBook> => {
        asked.push(language);
        await coming;
        return words;
      };
    };
    startLanguage({ onAir: true });
    await fetchWords('fetched', {
      kk: from('kk', { 'greeting.day': 'сәлем' }),
      ru: from('ru', { 'greeting.day': 'привет' }),
      en: from('en', { 'greeting.day': 'hello' }),
    });
    expect(asked).toEqual(['ru']);
    render(<Greeting namespace="fetched" />);
    expect(shown()).toBe('ru: привет');

    // Whatever comes first: what was asked for last is what is shown.
    act(() => setLanguage('kk'));
    act(() => setLanguage('en'));
    expect(shown()).toBe('ru: привет');
    gates.get('en')?.();
    await screen.findByText('en: hello');
    gates.get('kk')?.();
    await act(fetchOtherWords);
    expect(shown()).toBe('en: hello');
    act(() => setLanguage('kk'));
    expect(shown()).toBe('kk: сәлем');
  });
});

import { act, cleanup, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { registerWords, setLanguage, startLanguage, useLanguage } from './language.ts';

registerWords('test', {
  kk: { 'greeting.day': 'қайырлы күн, {{name}}' },
  ru: { 'greeting.day': 'добрый день, {{name}}' },
  en: { 'greeting.day': 'good day, {{name}}' },
});

function Greeting(): ReactElement {
  const { t } = useTranslation('test');
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

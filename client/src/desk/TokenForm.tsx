import type { SubmitEvent, ReactElement } from 'react';
import { useState } from 'react';

import { emptyFeed, useFeed } from '../feed/store.ts';
import { useTranslation } from '../ui/use-translation.ts';
import { Field } from './Field.tsx';
import { signIn } from './session.ts';

/** Asks for the token; says so when the server refused the one given. */
export function TokenForm({ isRefused }: { readonly isRefused: boolean }): ReactElement {
  const { t } = useTranslation('desk');
  const [typed, setTyped] = useState('');
  const enter = (event: SubmitEvent): void => {
    event.preventDefault();
    if (typed.trim() === '') return;
    // What everybody may see is not the desk's state: the desk opens when its own has come.
    useFeed.setState(emptyFeed);
    signIn(typed.trim());
  };
  return (
    <section className="sign-in" aria-labelledby="sign-in-title">
      <h2 id="sign-in-title">{t('token.title')}</h2>
      <form onSubmit={enter}>
        <Field id="token" label={t('token.label')} note={t('token.note')} error={isRefused ? t('token.refused') : null}>
          <input
            id="token"
            type="password"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        <button type="submit" className="button button-main" disabled={typed.trim() === ''}>
          {t('token.enter')}
        </button>
      </form>
    </section>
  );
}

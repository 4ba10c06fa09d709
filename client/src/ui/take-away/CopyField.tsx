import type { ReactElement } from 'react';
import { useId, useRef } from 'react';

import { useTranslation } from '../use-translation.ts';

/** A text to copy, shown whole, so that it can be copied by hand where the browser does not let it be done. */
export function CopyField(props: {
  readonly name: string;
  readonly value: string;
  readonly onSaid: (key: 'copied' | 'copyFailed') => void;
}): ReactElement {
  const { name, value, onSaid } = props;
  const { t } = useTranslation('take');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const copy = async (): Promise<void> => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      onSaid('copied');
    } catch {
      onSaid('copyFailed');
    }
  };
  return (
    <div className="take-away-copy">
      <label htmlFor={id}>{name}</label>
      <input id={id} ref={field} readOnly value={value} onFocus={(event) => event.target.select()} />
      <button type="button" aria-label={`${t('copy')}: ${name}`} onClick={() => void copy()}>
        {t('copy')}
      </button>
    </div>
  );
}

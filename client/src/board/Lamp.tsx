import type { ReactElement } from 'react';

import type { LampTone } from './lamps-model.ts';

/** One lamp: a mark that has its own shape for each state, a name, and the state in words. */
export function Lamp({
  tone,
  name,
  words,
  title,
}: {
  tone: LampTone;
  name: string;
  words: string;
  title?: string;
}): ReactElement {
  return (
    <li className="lamp" data-tone={tone} title={title}>
      <svg className="lamp-mark" viewBox="0 0 10 10" aria-hidden="true">
        {tone === 'warn' ? <path d="M5 0.6 9.8 9.4H0.2Z" /> : <circle cx="5" cy="5" r={tone === 'idle' ? 3.6 : 4.6} />}
      </svg>
      <b>{name}</b> <span className="lamp-words">{words}</span>
    </li>
  );
}

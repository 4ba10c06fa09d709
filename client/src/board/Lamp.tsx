import type { ReactElement } from 'react';

import type { LampTone } from './lamps-model.ts';

const triangle = 'M5 0.4 9.9 9.6H0.1Z';
/** An exclamation mark cut out of the triangle: what is late differs from what is due by more than its colour. */
const exclamation = 'M4.3 3.4h1.4v3H4.3ZM4.3 7.2h1.4v1.3H4.3Z';

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
        {tone === 'warn' || tone === 'due' ? (
          <path d={tone === 'due' ? triangle : `${triangle}${exclamation}`} fillRule="evenodd" />
        ) : (
          <circle cx="5" cy="5" r={tone === 'idle' ? 3.6 : 4.6} />
        )}
      </svg>
      <b>{name}</b> <span className="lamp-words">{words}</span>
    </li>
  );
}

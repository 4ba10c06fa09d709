import type { ReactElement } from 'react';

import './ticket-logo.css';

/** The stub's outline in a 22 × 34 box: a straight side, and one torn along its perforation. */
const stubOutline =
  'M0 0H22V2.4a2.6 2.6 0 0 0 0 5.2v3.4a2.6 2.6 0 0 0 0 5.2v1.6a2.6 2.6 0 0 0 0 5.2v3.4a2.6 2.6 0 0 0 0 5.2V34H0Z';

/**
 * The wordmark: a ballot's stub with its torn edge and a tick, and the name. `theme` is the ground it stands on.
 * The name is the same in every language, as a name is.
 */
export function TicketLogo({ theme = 'paper' }: { readonly theme?: 'ink' | 'paper' }): ReactElement {
  return (
    <span className="ticket-logo" data-theme={theme}>
      <svg viewBox="0 0 22 34" aria-hidden="true" focusable="false">
        <path className="ticket-logo-stub" d={stubOutline} />
        <path className="ticket-logo-tick" d="M4.6 17.4 8.7 22 15.4 11.4" />
      </svg>
      <span lang="ru">явка</span>
    </span>
  );
}

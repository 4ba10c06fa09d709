import type { SubmitEvent } from 'react';

/** What a form does when it is sent, in place of the browser's own way. */
export function submitting(send: () => void): (event: SubmitEvent) => void {
  return (event) => {
    event.preventDefault();
    send();
  };
}

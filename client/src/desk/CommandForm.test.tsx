import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';

import { signIn, signOut } from './session.ts';
import { useCommandForm } from './use-command-form.ts';

// The pause before a command is sent again outlasts every test: what the first page sends never mixes with the second's.
vi.mock('../feed/timer.ts', () => ({ after: () => () => undefined }));

const draftSchema = z.object({ reason: z.string() });

function Form(): ReactElement {
  const { draft, change, sending, isBusy, submit } = useCommandForm('test', draftSchema, { reason: '' });
  return (
    <>
      <input aria-label="reason" value={draft.reason} onChange={(event) => change({ reason: event.target.value })} />
      <button
        type="button"
        onClick={() =>
          submit((commandId) => ({
            type: 'Withhold',
            commandId,
            withholdingId: 'w-1',
            target: { kind: 'desk' },
            until: null,
            reason: draft.reason,
          }))
        }
      >
        send
      </button>
      <p data-testid="sending">
        {sending.kind} {isBusy ? 'busy' : 'free'}
      </p>
    </>
  );
}
const typed = (): string => screen.getByLabelText<HTMLInputElement>('reason').value;
const status = (): string | null => screen.getByTestId('sending').textContent;

/** The network in turn: `null` is one that is away. Answers what was sent. */
function network(...answers: ({ status: number; body: object } | null)[]) {
  const sent: { commandId: string; reason: string }[] = [];
  vi.stubGlobal('fetch', (_path: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body) as (typeof sent)[number]);
    const answer = answers.shift() ?? null;
    return answer === null
      ? Promise.reject(new Error('away'))
      : Promise.resolve(new Response(JSON.stringify(answer.body), { status: answer.status }));
  });
  return sent;
}

function typeAndSend(reason: string): void {
  fireEvent.change(screen.getByLabelText('reason'), { target: { value: reason } });
  fireEvent.click(screen.getByText('send'));
}

beforeEach(() => {
  window.localStorage.clear();
  window.sessionStorage.clear();
  signIn('token-of-a-test');
});
afterEach(() => {
  cleanup();
  act(signOut);
  vi.unstubAllGlobals();
});

describe('[DESK-5] a form of the desk', () => {
  it('keeps what was typed when the page is closed before it was sent', () => {
    const { unmount } = render(<Form />);
    fireEvent.change(screen.getByLabelText('reason'), { target: { value: 'half a reas' } });
    unmount();
    render(<Form />);
    expect(typed()).toBe('half a reas');
  });

  it('sends the same command, with the same id, after the page was loaded again without a network', async () => {
    const sent = network(null, { status: 200, body: { seq: 5 } });
    const { unmount } = render(<Form />);
    typeAndSend('the source asked');
    await waitFor(() => expect(status()).toBe('retrying busy'));
    unmount();
    render(<Form />);
    await waitFor(() => expect(status()).toBe('done free'));
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
    expect(typed()).toBe('');
    expect(window.localStorage.length).toBe(0);
  });

  it('cannot be changed while its command is under way', async () => {
    network(null);
    render(<Form />);
    typeAndSend('first');
    await waitFor(() => expect(status()).toBe('retrying busy'));
    fireEvent.change(screen.getByLabelText('reason'), { target: { value: 'second' } });
    expect(typed()).toBe('first');
  });

  it('keeps what was typed when the server refuses, and sends the next try as another command', async () => {
    const refusal = { rejected: 'notAllowed', message: { kk: 'жоқ', ru: 'нет', en: 'no' } };
    const sent = network({ status: 403, body: refusal }, { status: 200, body: { seq: 6 } });
    render(<Form />);
    typeAndSend('because');
    await waitFor(() => expect(status()).toBe('refused free'));
    expect(typed()).toBe('because');
    fireEvent.click(screen.getByText('send'));
    await waitFor(() => expect(status()).toBe('done free'));
    expect(sent[1]?.commandId).not.toBe(sent[0]?.commandId);
  });
});

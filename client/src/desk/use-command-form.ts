import type { CommandInput } from '@yavka/shared/log/command';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type * as z from 'zod/mini';

import { postJson } from '../feed/post-json.ts';
import { jitterMs, newId } from '../feed/random.ts';
import type { Refusal } from '../feed/send-command.ts';
import { sendCommand } from '../feed/send-command.ts';
import { after } from '../feed/timer.ts';
import { forgetForm, keepForm, recallForm } from './kept-form.ts';
import { useSession } from './session.ts';
import { tabShelf } from './tab-shelf.ts';

const shelf = tabShelf(
  () => window.sessionStorage,
  () => window.localStorage,
);

/** How the last sending of a form stands. */
export type Sending =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  /** The server cannot be reached; the command is sent again until it is. */
  | { readonly kind: 'retrying'; readonly attempt: number }
  | { readonly kind: 'done'; readonly seq: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unclear'; readonly status: number };

export interface CommandForm<Draft> {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly sending: Sending;
  /** True while a command is under way: what it says must not change under it. */
  readonly isBusy: boolean;
  readonly submit: (build: (commandId: string) => CommandInput) => void;
  readonly clear: () => void;
}

/** The outcome of sending, with the form empty again or as it was. */
export function useCommandForm<Draft extends object>(
  name: string,
  schema: z.ZodMiniType<Draft>,
  empty: Draft,
): CommandForm<Draft> {
  const token = useSession((session) => session.token);
  const [form, setForm] = useState(() => recallForm(shelf, name, schema, empty));
  const [sending, setSending] = useState<Sending>({ kind: 'idle' });
  const emptyForm = useRef(empty);
  const { pending } = form;

  // In the same turn as the page: what the operator sees typed is kept already, and what is shown as done is not kept any more.
  useLayoutEffect(() => {
    const isEmpty = pending === null && JSON.stringify(form.draft) === JSON.stringify(emptyForm.current);
    if (isEmpty) forgetForm(shelf, name);
    else keepForm(shelf, name, form);
  }, [form, name, pending]);

  // A command under way goes on until it is answered, after the page is loaded again too.
  useEffect(() => {
    if (pending === null || token === null) return;
    const stopped = new AbortController();
    setSending({ kind: 'sending' });
    const world = { post: postJson, after, jitterMs };
    const retrying = (attempt: number): void => setSending({ kind: 'retrying', attempt });
    void sendCommand(pending, token, world, stopped.signal, retrying).then((outcome) => {
      if (outcome.kind === 'stopped' || stopped.signal.aborted) return;
      if (outcome.kind === 'acknowledged') setSending({ kind: 'done', seq: outcome.seq });
      else if (outcome.kind === 'refused') setSending({ kind: 'refused', refusal: outcome.refusal });
      else setSending({ kind: 'unclear', status: outcome.status });
      const isDone = outcome.kind === 'acknowledged';
      setForm((before) => ({ draft: isDone ? emptyForm.current : before.draft, pending: null }));
    });
    return () => stopped.abort();
  }, [pending, token]);

  const change = useCallback((part: Partial<Draft>) => {
    setForm((before) => (before.pending === null ? { ...before, draft: { ...before.draft, ...part } } : before));
    setSending((before) => (before.kind === 'done' || before.kind === 'refused' ? { kind: 'idle' } : before));
  }, []);
  const submit = useCallback((build: (commandId: string) => CommandInput) => {
    const command = build(newId());
    setForm((before) => (before.pending === null ? { ...before, pending: command } : before));
  }, []);
  const clear = useCallback(() => {
    setForm((before) => (before.pending === null ? { draft: emptyForm.current, pending: null } : before));
    setSending({ kind: 'idle' });
  }, []);
  return { draft: form.draft, change, sending, isBusy: pending !== null, submit, clear };
}

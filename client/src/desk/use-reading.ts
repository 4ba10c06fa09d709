import { parsedAnnouncementSchema } from '@yavka/shared/announcement/parsed';
import { findingSchema } from '@yavka/shared/figures/finding';
import { localizedSchema } from '@yavka/shared/ids';
import { useEffect, useState } from 'react';
import * as z from 'zod/mini';

import { postJson } from '../feed/post-json.ts';
import type { Refusal } from '../feed/send-command.ts';
import { refusalSchema } from '../feed/send-command.ts';
import { after } from '../feed/timer.ts';

const readingSchema = z.extend(parsedAnnouncementSchema, {
  findings: z.array(z.extend(z.omit(findingSchema, { message: true }), { messages: localizedSchema })),
});

/** An announcement as the server reads it, with what its checks say. */
export type Reading = z.infer<typeof readingSchema>;

export type ReadingState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  /** Of exactly this text and cutoff. */
  | { readonly kind: 'read'; readonly text: string; readonly cutoff: string | null; readonly reading: Reading }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unreachable' };

interface Asked {
  readonly text: string;
  readonly cutoff: string | null;
  /** Who says it: the checks tell it beside another source's value. */
  readonly source: string;
}

/** Typing is read when it pauses for this long, milliseconds. */
const typingPauseMs = 250;
const tryAgainMs = 3_000;

/**
 * What the server reads in a text. Read anew when the text, the cutoff or the log's place changes: checks compare with
 * what stands. Writes nothing; a server that cannot be reached is asked again.
 */
export function useReading(
  { text, cutoff, source }: Asked,
  { token, seq }: { readonly token: string; readonly seq: number },
): ReadingState {
  const [state, setState] = useState<ReadingState>({ kind: 'none' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (text.trim() === '') {
      setState({ kind: 'none' });
      return;
    }
    const stopped = new AbortController();
    let cancelRetry: () => void = () => undefined;
    setState((before) => (before.kind === 'read' && before.text === text ? before : { kind: 'reading' }));
    const readNow = async (): Promise<void> => {
      const next = await read({ text, cutoff, source }, token, stopped.signal);
      if (stopped.signal.aborted) return;
      setState(next);
      if (next.kind === 'unreachable') cancelRetry = after(tryAgainMs, () => setAttempt((count) => count + 1));
    };
    const cancel = after(typingPauseMs, () => void readNow());
    return () => {
      stopped.abort();
      cancel();
      cancelRetry();
    };
  }, [text, cutoff, source, token, seq, attempt]);
  return state;
}

async function read({ text, cutoff, source }: Asked, token: string, signal: AbortSignal): Promise<ReadingState> {
  try {
    const { body } = await postJson('/api/v1/announcements/parse', { text, cutoff, source }, { token, signal });
    const reading = readingSchema.safeParse(body);
    if (reading.success) return { kind: 'read', text, cutoff, reading: reading.data };
    const refusal = refusalSchema.safeParse(body);
    return refusal.success ? { kind: 'refused', refusal: refusal.data } : { kind: 'unreachable' };
  } catch {
    return { kind: 'unreachable' };
  }
}

import type { DispatchState } from '@yavka/shared/dispatches/dispatch';
import { useEffect, useState } from 'react';

import { readDispatchText } from '../../feed/read-dispatch-text.ts';
import { useFeed } from '../../feed/store.ts';

export type DispatchText =
  { readonly kind: 'reading' | 'erased' | 'unreachable' } | { readonly kind: 'read'; readonly text: string };

/**
 * The words of a dispatch as long as they may be read. They live in this component alone: an erasure takes them off the
 * page at once, and what could not be read is asked for again when the link is back.
 */
export function useDispatchText({ dispatchId, erased }: Pick<DispatchState, 'dispatchId' | 'erased'>): DispatchText {
  // The newest word on it, whatever moment is looked at: what was erased since is not read any more.
  const isErased = useFeed((feed) => feed.state?.dispatches[dispatchId]?.erased ?? erased);
  const isLinked = useFeed((feed) => feed.link.status === 'live');
  const [text, setText] = useState<DispatchText>({ kind: 'reading' });
  useEffect(() => {
    if (isErased || !isLinked) return;
    const reading = new AbortController();
    readDispatchText(dispatchId, reading.signal).then(
      (read) => setText(read === null ? { kind: 'erased' } : { kind: 'read', text: read }),
      () => {
        if (!reading.signal.aborted) setText({ kind: 'unreachable' });
      },
    );
    return () => {
      reading.abort();
      setText({ kind: 'reading' });
    };
  }, [dispatchId, isErased, isLinked]);
  return isErased ? { kind: 'erased' } : text;
}

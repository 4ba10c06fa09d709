import { useLayoutEffect } from 'react';
import { create } from 'zustand';

import { useElectionNow } from '../feed/clock.ts';
import { useFeed } from '../feed/store.ts';
import { useLanguage } from '../ui/language.ts';
import type { BoardModel } from './board-model.ts';
import { boardModelOf } from './board-model.ts';
import { keepSame } from './keep-same.ts';
import { useBoardView } from './view.ts';

/** What the board shows now. Null until the election and the first state are here. */
export const useBoardModel = create<{ readonly model: BoardModel | null }>()(() => ({ model: null }));

/**
 * Derives the board's model anew when the state, the reader's choice or the second changes, before the frame is
 * painted. It is the one component that is drawn at every tick; the others select a part of the model and are drawn
 * when that part changes.
 */
export function ModelPump(): null {
  const state = useFeed((feed) => feed.state);
  const resolved = useFeed((feed) => feed.resolved);
  const now = useElectionNow();
  const language = useLanguage();
  const cutoff = useBoardView((view) => view.cutoff);
  const pinned = useBoardView((view) => view.pinned);
  const order = useBoardView((view) => view.order);
  useLayoutEffect(() => {
    if (state === null || resolved === null || now === null) return;
    const next = boardModelOf(state, resolved, { cutoff, pinned, order, language }, now);
    useBoardModel.setState(({ model }) => ({ model: keepSame(model, next) }));
  }, [state, resolved, now, language, cutoff, pinned, order]);
  return null;
}

/** A part of the model; the component is drawn again only when that part changed. */
export function useModel<Part>(select: (model: BoardModel) => Part): Part | null {
  return useBoardModel(({ model }) => (model === null ? null : select(model)));
}

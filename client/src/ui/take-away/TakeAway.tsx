import type { ComponentType, ReactElement } from 'react';
import { useEffect, useId, useRef, useState } from 'react';

import { fetchCode } from '../../feed/fetch-code.ts';
import type { TakeAwayPanelProps } from './TakeAwayPanel.tsx';
import type { TakenView } from './taken-view.ts';
import './take-away.css';

interface Props {
  readonly view: TakenView;
  readonly words: { readonly open: string; readonly failed: string };
}

/**
 * A view's picture, its data and its address, to take away: a button, and what it opens in its place. Neither the panel
 * nor what draws pictures is in a page's first view.
 */
export function TakeAway({ view, words }: Props): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const [Panel, setPanel] = useState<ComponentType<TakeAwayPanelProps> | 'failed' | null>(null);
  const id = useId();
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const closeOutside = (event: Event): void => {
      if (event.target instanceof Node && whole.current?.contains(event.target) !== true) setOpen(false);
    };
    const closeByKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('keydown', closeByKey);
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('keydown', closeByKey);
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [isOpen]);
  const open = (): void => {
    setOpen(true);
    if (Panel !== null && Panel !== 'failed') return;
    fetchCode(() => import('./TakeAwayPanel.tsx')).then(
      ({ TakeAwayPanel }) => setPanel(() => TakeAwayPanel),
      () => setPanel('failed'),
    );
  };
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div ref={whole} className="take-away">
      <button
        ref={button}
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={isOpen ? close : open}
      >
        {words.open}
      </button>
      {!isOpen || Panel === null ? null : Panel === 'failed' ? (
        <p id={id} className="take-away-missing" role="status">
          {words.failed}
        </p>
      ) : (
        <Panel id={id} view={view} onClose={close} />
      )}
    </div>
  );
}

import type { ComponentType, ReactElement } from 'react';
import { createElement, lazy, useState } from 'react';

/** A component whose code is fetched when it is first drawn, or ahead by `fetch`. Draw it inside a Suspense. */
export interface Fetched<Props> {
  (props: Props): ReactElement;
  /** Once the code is here the component is drawn at once, link or no link. */
  readonly fetch: () => Promise<unknown>;
}

/** Puts a component's code off, so that nobody waits for what is not seen at first. */
export function fetched<Props extends object>(load: () => Promise<ComponentType<Props>>): Fetched<Props> {
  let here: ComponentType<Props> | null = null;
  const fetch = async (): Promise<{ readonly default: ComponentType<Props> }> => {
    here ??= await load();
    return { default: here };
  };
  const Coming: ComponentType<Props> = lazy(fetch);
  function Shown(props: Props): ReactElement {
    // For as long as it stands: to change from one to the other would be to build it anew.
    const [Kind] = useState<ComponentType<Props>>(() => here ?? Coming);
    return createElement(Kind, props);
  }
  return Object.assign(Shown, { fetch });
}

import type { ComponentType, LazyExoticComponent, ReactElement } from 'react';
import { createElement, lazy, useState } from 'react';

/** A component whose code is fetched when it is first drawn, or ahead by `fetch`. Draw it inside a Suspense. */
export interface Fetched<Props> {
  (props: Props): ReactElement;
  /** Once the code is here the component is drawn at once, link or no link. */
  readonly fetch: () => Promise<unknown>;
}

/** What forgets the failure of each code that did not come. */
const failures = new Set<() => void>();

/** Lets what did not come be asked for anew when it is drawn next. */
export function forgetFailures(): void {
  for (const forget of failures) forget();
  failures.clear();
}

/** Puts a component's code off, so that nobody waits for what is not seen at first. */
export function fetched<Props extends object>(load: () => Promise<ComponentType<Props>>): Fetched<Props> {
  let here: ComponentType<Props> | null = null;
  const fetch = async (): Promise<{ readonly default: ComponentType<Props> }> => {
    here ??= await load();
    return { default: here };
  };
  let coming: LazyExoticComponent<ComponentType<Props>> | null = null;
  const comingNow = (): LazyExoticComponent<ComponentType<Props>> =>
    (coming ??= lazy(async () => {
      try {
        return await fetch();
      } catch (error) {
        // Kept until somebody asks anew: what draws it is built again at each try, and would ask without end.
        failures.add(() => (coming = null));
        throw error;
      }
    }));
  function Shown(props: Props): ReactElement {
    // For as long as it stands: to change from one to the other would be to build it anew.
    const [Kind] = useState<ComponentType<Props>>(() => here ?? comingNow());
    return createElement(Kind, props);
  }
  return Object.assign(Shown, { fetch });
}

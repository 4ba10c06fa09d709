import type { ComponentType, ReactNode } from 'react';
import { Component } from 'react';

import { forgetFailures } from '../ui/fetched.ts';

/** What could not be drawn, as it is told to what stands in its place. */
export interface Failed {
  readonly error: unknown;
  /** Draws it anew, asking anew for code that did not come. */
  readonly again: () => void;
}

interface Props {
  /** What stands in its place when it cannot be drawn. */
  readonly instead: ComponentType<Failed>;
  readonly children: ReactNode;
}

interface State {
  readonly failed: { readonly error: unknown } | null;
}

/** Keeps the page when a chart, a part or a whole page's body does not arrive or cannot draw: the figures never go with it. */
export class ChartBoundary extends Component<Props, State> {
  override state: State = { failed: null };

  static getDerivedStateFromError(error: unknown): State {
    return { failed: { error } };
  }

  readonly again = (): void => {
    forgetFailures();
    this.setState({ failed: null });
  };

  override render(): ReactNode {
    const { failed } = this.state;
    const { instead: Instead, children } = this.props;
    return failed === null ? children : <Instead error={failed.error} again={this.again} />;
  }
}

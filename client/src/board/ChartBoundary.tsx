import type { ReactNode } from 'react';
import { Component } from 'react';

interface Props {
  /** What stands in the chart's place when it cannot be drawn. */
  readonly instead: ReactNode;
  readonly children: ReactNode;
}

/** Keeps the page when the chart's chunk does not arrive or cannot draw: the figures never go with it. */
export class ChartBoundary extends Component<Props, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.instead : this.props.children;
  }
}

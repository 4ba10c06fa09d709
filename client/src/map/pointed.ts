import type { AreaId } from '@yavka/shared/ids';
import { create } from 'zustand';

/** What the reader points at: an area by pointer or focus, or a band of the legend. Map, tiles and legend mark it alike. */
interface Pointed {
  readonly area: AreaId | null;
  readonly focused: AreaId | null;
  /** Index of the band. */
  readonly band: number | null;
}

export const usePointed = create<Pointed>()(() => ({ area: null, focused: null, band: null }));

/** The same function every time: a shape is not drawn again for it. */
export function pointAt(area: AreaId | null, by: 'pointer' | 'focus'): void {
  usePointed.setState(by === 'focus' ? { focused: area } : { area });
}

export function pointAtBand(band: number | null): void {
  usePointed.setState({ band });
}

import type { Band } from '../pack/pack.ts';
import type { MapArea } from './map-area.ts';

/** How an area's shape is painted: its `fill`, and a texture over it. */
export interface AreaFill {
  readonly fill: string;
  readonly texture: string | null;
}

/** The ids of a map's patterns; `prefix` keeps two maps of one page apart. */
export const patternId = {
  above: (prefix: string): string => `${prefix}-above`,
  approaching: (prefix: string): string => `${prefix}-approaching`,
  range: (prefix: string): string => `${prefix}-range`,
  across: (prefix: string, low: number, high: number): string => `${prefix}-across-${low}-${high}`,
  stale: (prefix: string, low: number, high: number): string => `${prefix}-stale-${low}-${high}`,
  awaited: (prefix: string): string => `${prefix}-awaited`,
  withheld: (prefix: string): string => `${prefix}-withheld`,
};

const awaitedField = 'var(--ink-2)';
const withheldField = 'var(--ink-3)';

/**
 * Colour is the band, texture the quality of the figure. What is known to lie in one band has that band's colour as
 * its `fill`; an interval across bands is a pattern of both end colours; a stale, awaited or withheld figure stands on
 * a cold field, never on a band's colour.
 */
export function areaFillOf(area: MapArea, bands: readonly Band[], prefix: string): AreaFill {
  const { low, high, look } = area;
  const color = low === null ? undefined : bands[low]?.color;
  if (look === 'withheld') return { fill: withheldField, texture: `url(#${patternId.withheld(prefix)})` };
  if (look === 'absent') return { fill: awaitedField, texture: null };
  if (look === 'awaited' || color === undefined || low === null || high === null) {
    return { fill: awaitedField, texture: `url(#${patternId.awaited(prefix)})` };
  }
  switch (look) {
    case 'stale':
      return { fill: awaitedField, texture: `url(#${patternId.stale(prefix, low, high)})` };
    case 'exact':
      return { fill: color, texture: null };
    case 'above':
      return { fill: color, texture: `url(#${patternId.above(prefix)})` };
    case 'approaching':
      return { fill: color, texture: `url(#${patternId.approaching(prefix)})` };
    case 'range':
      return low === high
        ? { fill: color, texture: `url(#${patternId.range(prefix)})` }
        : { fill: `url(#${patternId.across(prefix, low, high)})`, texture: null };
  }
}

/** The colours of a label and its plate on that fill. */
export interface LabelInks {
  readonly plate: string | null;
  readonly figure: string;
  readonly name: string;
  readonly note: string;
}

/** A figure on a texture stands on a flat plate; a stale one is cold; nothing awaited has a plate. */
export function labelInksOf(area: MapArea, bands: readonly Band[]): LabelInks {
  const band = area.low === null ? undefined : bands[area.low];
  const onInk: LabelInks = {
    plate: 'var(--ink)',
    figure: 'var(--cold-2)',
    name: 'var(--paper)',
    note: 'var(--cold-2)',
  };
  if (area.look === 'stale') return onInk;
  if (area.look === 'withheld') return { ...onInk, plate: withheldField };
  if (band === undefined) return { ...onInk, plate: null, name: 'var(--cold-2)' };
  if (area.look === 'range' && area.low !== area.high) return { ...onInk, figure: 'var(--wheat)' };
  const ink = band.figure === 'ink' ? 'var(--ink)' : 'var(--paper)';
  return { plate: area.look === 'exact' ? null : band.color, figure: ink, name: ink, note: ink };
}

/** The figure's colour on bare ink. */
export function figureInkOf(area: MapArea): string {
  return area.look === 'stale' ? 'var(--cold-2)' : 'var(--wheat)';
}

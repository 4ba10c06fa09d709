import type { RefObject } from 'react';
import { useLayoutEffect, useState } from 'react';

import type { Box } from '../map/map-geometry.ts';

const none: readonly Box[] = [];

/**
 * Where the plate's own words stand over its picture, in the picture's pixels: the map puts no label there. Elements
 * marked `data-over-map` are measured before the first paint and whenever one of them changes its size.
 */
export function useCovered(picture: RefObject<HTMLElement | null>): readonly Box[] {
  const [covered, setCovered] = useState<readonly Box[]>(none);
  useLayoutEffect(() => {
    const element = picture.current;
    const plate = element?.parentElement;
    if (element === null || plate === null || plate === undefined) return;
    const marked = [...plate.querySelectorAll('[data-over-map]')];
    const measure = (): void => {
      const origin = element.getBoundingClientRect();
      const next = marked.map((each) => boxWithin(each.getBoundingClientRect(), origin)).filter((box) => box.width > 0);
      setCovered((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next));
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    for (const each of [element, ...marked]) observer.observe(each);
    return () => observer.disconnect();
  }, [picture]);
  return covered;
}

/** Air between the plate's words and the map's, in pixels. */
const air = 6;

/** In steps of eight pixels outward: a digit more or less does not lay the map out again. */
function boxWithin(rect: DOMRect, origin: DOMRect): Box {
  const step = 8;
  const x = Math.floor((rect.left - origin.left - air) / step) * step;
  const y = Math.floor((rect.top - origin.top - air) / step) * step;
  if (rect.width === 0) return { x, y, width: 0, height: 0 };
  return {
    x,
    y,
    width: Math.ceil((rect.right - origin.left + air - x) / step) * step,
    height: Math.ceil((rect.bottom - origin.top + air - y) / step) * step,
  };
}

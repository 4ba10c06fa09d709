import type { RefObject } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** The size of an element in whole pixels, measured before the first paint and whenever it changes; null before it is known. */
export function useBox<Kind extends HTMLElement>(): [RefObject<Kind | null>, Box | null] {
  const ref = useRef<Kind>(null);
  const [box, setBox] = useState<Box | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = (): void => {
      const { width, height } = element.getBoundingClientRect();
      // A hidden element measures nothing; what it holds keeps its size until it is seen again.
      if (width === 0) return;
      const next = { width: Math.floor(width), height: Math.floor(height) };
      setBox((last) => (last?.width === next.width && last.height === next.height ? last : next));
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, box];
}

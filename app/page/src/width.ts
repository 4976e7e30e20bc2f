/** How wide an element is, at any time. */
import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** @return [px], 0 until it is known; keeps its value while the element is hidden, as in print */
export function useWidth(of: RefObject<HTMLElement>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = of.current;
    if (!element) return;
    const look = () => {
      const now = Math.floor(element.clientWidth);
      if (now > 0) setWidth(now);
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return width;
}

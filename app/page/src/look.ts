/** How lines look. Colours are custom properties of the style sheet; each line has a dash and a
 * marker besides, so that none is told by its colour alone. The same as results/drawing/svg_lines. */

export interface LineLook {
  color: string; // of line, markers and bars
  band: string;
  dash: string; // of stroke-dasharray; empty: none
  marker: Marker;
}

export const markers = ["circle", "square2", "triangle", "diamond", "times", "plus"] as const;
export type Marker = (typeof markers)[number];

const colors = 6;
const dashes = ["", "8 4", "2 3", "10 3 2 3", "5 2", "14 5"];

export function dashOf(number: number): string {
  return dashes[shifted(number) % dashes.length] ?? "";
}

/** Shifts by one in each round of colours, so that only every 36th line looks like another. */
function shifted(number: number): number {
  return number + Math.floor(number / colors);
}

/** @param number  of the line, from 0 */
export function lineLook(number: number): LineLook {
  const color = (number % colors) + 1;
  return {
    color: `var(--line-${color})`,
    band: `var(--band-${color})`,
    dash: dashOf(number),
    marker: markers[shifted(number) % markers.length] ?? "circle",
  };
}

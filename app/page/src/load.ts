/** How full a node is, in classes that differ by colour, hatch and darkness; as svg_map.cpp. */

export interface LoadClass {
  below: number; // share
  color: string;
  hatch: number;
  tint: number;
  range: string;
}

export const loadClasses: LoadClass[] = [
  { below: 0.5, color: "var(--load-1)", hatch: 0, tint: 0.25, range: "< 50%" },
  { below: 0.7, color: "var(--load-2)", hatch: 1, tint: 0.3, range: "50 - 70%" },
  { below: 0.85, color: "var(--load-3)", hatch: 2, tint: 0.4, range: "70 - 85%" },
  { below: 0.95, color: "var(--load-4)", hatch: 4, tint: 0.5, range: "85 - 95%" },
  { below: Infinity, color: "var(--load-5)", hatch: 0, tint: 1, range: "\u2265 95%" },
];

/** The index of the class. */
export function loadClass(load: number): number {
  return loadClasses.findIndex(({ below }) => load < below);
}

const thinnest = 0.8;
const widest = 11;

/** Of a flow. [px] @param largest  of all years and variants, so that they can be compared */
export function flowWidth(youths: number | null, largest: number): number {
  return youths !== null && largest > 0 ? Math.max(thinnest, (widest * youths) / largest) : thinnest;
}

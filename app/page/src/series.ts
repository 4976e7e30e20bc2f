/** Lines to plot: what curves over weeks and lines over time have in common. */
import type { LineLook } from "./look";
import { extentWithZero, type Value } from "./values";

export interface Series {
  id: string; // unique in its plot
  label: string;
  look: LineLook;
  isCapacity: boolean; // thin steps
  y: Value[];
  futures: { low: Value[]; high: Value[] } | null; // a band
  noise: { low: Value[]; high: Value[] } | null; // bars
  single: Value[] | null; // one single future
  turn: number; // of turns: so that bars and markers of lines do not lie on each other
  turns: number;
}

/** The part of an x axis that every plot is told. */
export interface PlotAxis {
  x: number[];
  from: number;
  to: number;
  label: string;
}

export interface PlotMark {
  at: number;
  label: string;
}

export function highestOf(series: Series[]): number {
  const lists = series.flatMap((each) => [
    each.y,
    each.futures?.high ?? [],
    each.noise?.high ?? [],
    each.single ?? [],
  ]);
  return extentWithZero(lists)[1];
}

/** Where bars and markers of a line stand: evenly, and not at its ends. */
export function placesOfTurn(count: number, turn: number, turns: number): number[] {
  const marks = 8;
  const places: number[] = [];
  for (let k = 0; k < marks; ++k) {
    const at = Math.floor(((k + (turn + 0.5) / Math.max(turns, 1)) / marks) * count);
    if (at < count && places[places.length - 1] !== at) places.push(at);
  }
  return places;
}

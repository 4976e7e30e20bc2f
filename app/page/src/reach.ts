/** How far the axis of intervals reaches, as results/drawing/svg_intervals.cpp decides. */
import type { IntervalChart } from "../generated/report";
import { extentWithZero, isNumber } from "./values";

/**
 * The middle of every row lies within the axis, and so do all bounds but those that would press the
 * others together: these end in an arrow.
 */
export function reachOf(chart: IntervalChart): [number, number] {
  const bounds = chart.rows.flatMap(({ low, middle, high }) => [low, middle, high]);
  const marks = chart.marks.map(({ at }) => at);
  const all = extentWithZero([bounds, marks]);
  const middles = extentWithZero([chart.rows.map(({ middle }) => middle), marks]);
  const extents = chart.rows
    .map(({ low, middle, high }) =>
      Math.max(0, ...[low, middle, high].filter(isNumber).map((each) => Math.abs(each))),
    )
    .sort((a, b) => a - b);
  const usual = 3 * (extents[Math.floor((extents.length - 1) / 2)] ?? 0);
  if (extents.length < 2 || usual <= 0) return all;
  return [
    Math.max(all[0], Math.min(1.1 * middles[0], -usual)),
    Math.min(all[1], Math.max(1.1 * middles[1], usual)),
  ];
}

/** What a line is drawn with: band, bars, line, markers; for @observablehq/plot. */
import * as Plot from "@observablehq/plot";
import { placesOfTurn, type PlotAxis, type Series } from "./series";
import { isNumber, type Value } from "./values";

/** A short line across, at the ends of a bar. */
const cap: Plot.SymbolImplementation = {
  draw(context: CanvasPath) {
    context.moveTo(-4, 0);
    context.lineTo(4, 0);
  },
};

interface Point {
  x: number;
  y: Value;
}

const pointsOf = (axis: PlotAxis, values: Value[]): Point[] =>
  axis.x.map((x, i) => ({ x, y: values[i] ?? null }));

/** 8 in 10 single futures lie in it. */
export function bandMarks(series: Series, axis: PlotAxis, fill: string): Plot.Markish[] {
  const { futures, look } = series;
  if (!futures) return [];
  const points = axis.x.map((x, i) => ({
    x,
    low: futures.low[i] ?? NaN,
    high: futures.high[i] ?? NaN,
  }));
  const edge = { x: "x", stroke: look.color, strokeWidth: 0.6 };
  return [
    Plot.areaY(points, { x: "x", y1: "low", y2: "high", fill }),
    Plot.lineY(points, { ...edge, y: "low" }),
    Plot.lineY(points, { ...edge, y: "high" }),
  ];
}

/** 95% intervals that simulating leaves. */
function noiseMarks(series: Series, axis: PlotAxis): Plot.Markish[] {
  const { noise, look } = series;
  if (!noise) return [];
  const bars = placesOfTurn(axis.x.length, series.turn, series.turns)
    .map((i) => ({ x: axis.x[i] ?? NaN, low: noise.low[i], high: noise.high[i] }))
    .filter((bar) => isNumber(bar.low) && isNumber(bar.high));
  const stroke = { stroke: look.color, strokeWidth: 1.4 };
  const ends = { ...stroke, x: "x", symbol: cap };
  return [
    Plot.ruleX(bars, { ...stroke, x: "x", y1: "low", y2: "high" }),
    Plot.dot(bars, { ...ends, y: "low" }),
    Plot.dot(bars, { ...ends, y: "high" }),
  ];
}

export function lineMarks(series: Series, axis: PlotAxis): Plot.Markish[] {
  const { look } = series;
  const points = pointsOf(axis, series.y);
  const dashed = look.dash === "" ? {} : { strokeDasharray: look.dash };
  const line = Plot.lineY(points, {
    x: "x",
    y: "y",
    stroke: look.color,
    strokeWidth: series.isCapacity ? 1.2 : 2.2,
    curve: series.isCapacity ? "step-after" : "linear",
    ...dashed,
  });
  if (series.isCapacity) return [line];
  const places = placesOfTurn(axis.x.length, series.turn, series.turns).map((i) => points[i]);
  const open = look.marker === "times" || look.marker === "plus";
  const markers = Plot.dot(places, {
    x: "x",
    y: "y",
    symbol: look.marker,
    r: 3.6,
    fill: open ? "none" : look.color,
    stroke: open ? look.color : "var(--paper)",
    strokeWidth: open ? 1.8 : 1,
  });
  return [...noiseMarks(series, axis), line, markers];
}

/** Thin and jagged, as a region lives it. */
export function singleMarks(series: Series, axis: PlotAxis): Plot.Markish[] {
  if (!series.single) return [];
  const points = pointsOf(axis, series.single);
  return [
    Plot.lineY(points, { x: "x", y: "y", stroke: series.look.color, strokeWidth: 1 }),
  ];
}

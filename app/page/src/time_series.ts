/** The lines of a panel over time, and how each looks. */
import type { TimeChart, TimePanel } from "../generated/report";
import { dashOf, lineLook } from "./look";
import type { Series } from "./series";

/** Every 13th week is in the table below the chart; only those are read out. */
const daysBetweenRows = 13 * 7;

/** A panel of more lines than there are markers and dashes is drawn as several. */
const mostLines = 6;

/**
 * Panels in which lines can be told apart: with more, each has one line of every variant, the first
 * what there is room for as well. The same as results/drawing/svg_years.
 */
export function panelsApart(panel: TimePanel): TimePanel[] {
  if (panel.lines.length <= mostLines) return [panel];
  const outcomes = new Map<number, number>(); // of a variant
  const apart: TimePanel[] = [];
  for (const line of panel.lines) {
    const at = line.role === "capacity" ? 0 : (outcomes.get(line.variant) ?? 0);
    if (line.role !== "capacity") outcomes.set(line.variant, at + 1);
    const one = (apart[at] ??= { id: line.id, label: `${panel.label}: ${line.label}`, lines: [] });
    one.lines.push(line);
  }
  return apart;
}

/**
 * With variants, colour and marker tell the variant, and dashes which line it is; without, all
 * three tell the line.
 */
export function timeSeries(panel: TimePanel): Series[] {
  const varied = panel.lines.some(({ variant }) => variant !== panel.lines[0]?.variant);
  const several = panel.lines.filter(({ variant, role }) => variant === 0 && role === "outcome").length > 1;
  const counts = new Map<string, number>(); // of a variant: outcomes, capacities
  return panel.lines.map((line, i) => {
    const isCapacity = line.role === "capacity";
    const kind = `${varied ? line.variant : 0} ${line.role}`;
    const number = counts.get(kind) ?? 0;
    counts.set(kind, number + 1);
    const look = lineLook(varied ? line.variant : number + (isCapacity ? 3 : 0));
    if (varied && several) look.dash = dashOf(number + (isCapacity ? 1 : 0));
    else if (!varied && isCapacity) look.dash = dashOf(2);
    return {
      id: `${line.id} ${line.variant}`,
      label: line.label,
      look,
      isCapacity,
      y: line.mean,
      futures: line.p10.length > 0 && !isCapacity ? { low: line.p10, high: line.p90 } : null,
      noise: line.noise_low.length > 0 ? { low: line.noise_low, high: line.noise_high } : null,
      single: line.one_future.length > 0 ? line.one_future : null,
      turn: i,
      turns: panel.lines.length,
    };
  });
}

/** The variants that the chart has lines of. */
export function variantsOf(chart: TimeChart): number[] {
  const all = new Set(chart.panels.flatMap(({ lines }) => lines.map(({ variant }) => variant)));
  return [...all].sort((a, b) => a - b);
}

/** Indices on the axis that the table tells. */
export function readIndices(chart: TimeChart): number[] {
  return chart.days.flatMap((day, i) => ((day ?? NaN) % daysBetweenRows === 0 ? [i] : []));
}

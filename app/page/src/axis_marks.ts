/** Axes, shades and labels of a line plot, in the language of the page; for @observablehq/plot. */
import * as Plot from "@observablehq/plot";
import { spreadLabels } from "./label_column";
import type { PlotAxis, PlotMark, Series } from "./series";
import { svgElement } from "./svg";
import { textWidth, wrapText } from "./text";
import { decimalText, isNumber } from "./values";
import type { NiceTicks, TimeSegment } from "./ticks";

export const textSize = 13;
const lineHeight = 15;

const soft = { fill: "var(--ink-soft)", fontSize: textSize };

export function valueAxis(ticks: NiceTicks, language: string): Plot.Markish[] {
  return [
    Plot.ruleY(ticks.values, { stroke: "var(--grid)" }),
    Plot.ruleY([0], { stroke: "var(--ink-soft)" }),
    Plot.axisY(ticks.values, {
      tickSize: 0,
      label: null,
      tickFormat: (value: number) => decimalText(value, ticks.decimals, language),
      ...soft,
    }),
  ];
}

export function weekAxis(
  ticks: NiceTicks,
  { to, label }: PlotAxis,
  language: string,
): Plot.Markish[] {
  const values = ticks.values.filter((value) => value <= to);
  return [
    Plot.axisX(values, {
      label: null,
      tickFormat: (value: number) => decimalText(value, ticks.decimals, language),
      stroke: "var(--ink-soft)",
      ...soft,
    }),
    Plot.text([label], {
      text: [label],
      frameAnchor: "bottom-right",
      textAnchor: "end",
      dy: 36,
      ...soft,
    }),
  ];
}

/** Years or months between their ends; names that have no room are left out. */
export function timeAxis(segments: TimeSegment[], pixelsPerDay: number): Plot.Markish[] {
  let taken = -Infinity;
  const named = segments.filter(({ from, to, name }) => {
    const middle = ((from + to) / 2) * pixelsPerDay;
    const half = textWidth(name, textSize) / 2;
    if (middle - half < taken) return false;
    taken = middle + half + 8;
    return true;
  });
  const ends = [...segments.map(({ from }) => from), segments[segments.length - 1]?.to];
  return [
    Plot.axisX(ends, { label: null, tickFormat: () => "", tickSize: 9, stroke: "var(--ink-soft)" }),
    Plot.text(named, {
      x: ({ from, to }: TimeSegment) => (from + to) / 2,
      frameAnchor: "bottom",
      dy: 18,
      text: "name",
      ...soft,
    }),
  ];
}

/**
 * Dashed lines with their labels on top; one that has no room to the right stands to the left, and
 * one that would touch the one before stands higher.
 * @param room  from a mark to the right end [px]
 */
export function markLines(marks: PlotMark[], room: (at: number) => number): Plot.Markish[] {
  let taken = Infinity; // room at the end of the last label
  return [
    Plot.ruleX(marks, { x: "at", stroke: "var(--ink-soft)", strokeDasharray: "3 3" }),
    ...marks.map((mark) => {
      const width = textWidth(mark.label, textSize) + 10;
      const leftOfIt = width > room(mark.at);
      const begins = leftOfIt ? room(mark.at) + width : room(mark.at);
      const row = begins > taken ? 1 : 0;
      taken = begins - width;
      return Plot.text([mark], {
        x: "at",
        frameAnchor: leftOfIt ? "top-right" : "top-left",
        textAnchor: leftOfIt ? "end" : "start",
        lineAnchor: "bottom",
        dx: leftOfIt ? -5 : 5,
        dy: -5 - lineHeight * row,
        text: "label",
        ...soft,
      });
    }),
  ];
}

export interface Shade {
  label: string;
  from: number;
  to: number;
}

export function shadeMarks(shades: Shade[], top: number): Plot.Markish[] {
  return [
    Plot.rect(shades, { x1: "from", x2: "to", y1: 0, y2: top, fill: "var(--ink)", fillOpacity: 0.08 }),
    Plot.ruleX(
      shades.flatMap(({ from, to }) => [from, to]),
      { stroke: "var(--ink-soft)", strokeWidth: 0.8, strokeDasharray: "1 3" },
    ),
    ...shades.map((shade, row) =>
      Plot.text([shade], {
        x: "from",
        frameAnchor: "top-left",
        textAnchor: "start",
        dx: 5,
        dy: 2 + lineHeight * row,
        text: "label",
        ...soft,
      }),
    ),
  ];
}

/** How much room the labels at the lines want. [px] */
export function endLabelsWidth(series: Series[], most: number): number {
  let widest = 0;
  for (const { label } of series)
    for (const line of wrapText(label, most - 24, textSize, 3))
      widest = Math.max(widest, textWidth(line, textSize));
  return Math.min(most, widest + 28);
}

export function endLabelsHeight(series: Series[], width: number): number {
  return series.reduce(
    (sum, { label }) => sum + wrapText(label, width - 24, textSize, 3).length * lineHeight + 3,
    0,
  );
}

/** Names of the lines at their ends, with a thin line from the one to the other. */
export function endLabels(series: Series[], x: number[], width: number): Plot.RenderFunction {
  return (_index, scales, _values, dimensions) => {
    const group = svgElement("g", { class: "end-labels", "text-anchor": "start" });
    const right = dimensions.width - dimensions.marginRight;
    const ends = series.flatMap((each) => {
      let last = each.y.length - 1;
      while (last >= 0 && !isNumber(each.y[last])) --last;
      const [at, value] = [x[last], each.y[last]];
      if (at === undefined || !isNumber(value)) return [];
      const lines = wrapText(each.label, width - 24, textSize, 3);
      return [{ each, lines, x: Number(scales.x?.(at)), y: Number(scales.y?.(value)) }];
    });
    const middles = spreadLabels(
      ends.map(({ y, lines }) => ({ wanted: y, height: lines.length * lineHeight + 3 })),
      dimensions.marginTop - 12,
      dimensions.height - dimensions.marginBottom + 8,
    );
    ends.forEach((end, i) => {
      const middle = middles[i] ?? end.y;
      const leader = `M${end.x},${end.y}H${Math.max(end.x, right + 3)}L${right + 18},${middle}`;
      group.append(
        svgElement("path", {
          d: leader,
          fill: "none",
          stroke: end.each.look.color,
          "stroke-dasharray": end.each.look.dash || "none",
          "stroke-width": end.each.isCapacity ? 0.8 : 1.2,
        }),
      );
      end.lines.forEach((line, k) =>
        group.append(
          svgElement(
            "text",
            {
              x: right + 22,
              y: middle + (k + 0.78 - end.lines.length / 2) * lineHeight,
              "font-size": textSize,
              fill: end.each.isCapacity ? "var(--ink-soft)" : "var(--ink)",
            },
            line,
          ),
        ),
      );
    });
    return group;
  };
}

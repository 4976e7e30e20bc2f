/** Figures with their intervals, a row each: label, interval, what it says in words. */
import { useMemo } from "preact/hooks";
import type { IntervalChart } from "../generated/report";
import { AxisLabels, IntervalDrawing, type IntervalAxis } from "./interval_row";
import type { Page } from "./page_document";
import { reachOf } from "./reach";
import { niceTicks } from "./ticks";
import { decimalText, isNumber, signed } from "./values";

export function IntervalChartView({ chart, page }: { chart: IntervalChart; page: Page }) {
  const [low, high] = useMemo(() => reachOf(chart), [chart]);
  const ticks = niceTicks(chart.from_zero ? 0 : low, high, 5);
  const axis: IntervalAxis = {
    ticks: ticks.values,
    marks: chart.marks.flatMap(({ at, label }) => (isNumber(at) ? [{ at, label }] : [])),
  };
  const numbers = ticks.values.map((at) => ({
    at,
    text: decimalText(at, ticks.decimals, page.language),
  }));
  return (
    <div class="intervals">
      {axis.marks.map(({ at, label }) => (
        <div class="interval-row interval-axis" aria-hidden="true" key={label}>
          <span />
          <AxisLabels axis={axis} labels={[{ at, text: label }]} />
          <span />
        </div>
      ))}
      <div class="interval-row interval-axis" aria-hidden="true">
        <span />
        <AxisLabels axis={axis} labels={numbers} />
        <span />
      </div>
      <div role="list">
        {chart.rows.map((row, i) => (
          <div role="listitem" key={i}>
            {row.group !== "" && row.group !== chart.rows[i - 1]?.group && (
              <p class="interval-group">{row.group}</p>
            )}
            <div class="interval-row">
              <span>{row.label}</span>
              <div class="interval-place">
                <IntervalDrawing row={row} axis={axis} />
              </div>
              <span>{signed(row.text)}</span>
            </div>
          </div>
        ))}
      </div>
      <p class="axis-label interval-label">{chart.axis}</p>
    </div>
  );
}

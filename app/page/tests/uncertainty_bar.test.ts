import assert from "node:assert/strict";
import { test } from "node:test";
import type { SliderFigure } from "../generated/report";
import { axisOf } from "../src/uncertainty_bar";

function figure(units: string, highest: number): SliderFigure {
  const point = { mean: highest / 2, low: 0, high: highest, p10: 0, p90: highest / 4 };
  return { kpi: "k", label: "K", units, accepted: false, emulator: null, check: "", points: [point] };
}

test("axes go from zero to a round number beyond what was simulated", () => {
  assert.deepEqual(axisOf(figure("1/year", 413)), [0, 450]);
  assert.deepEqual(axisOf(figure("EUR/year", 95.4e6)), [0, 100e6]);
  assert.deepEqual(axisOf(figure("day", 7 * 16.1)), [0, 7 * 20]);
  assert.deepEqual(axisOf(figure("1/year", 0)), [0, 1]);
});

test("axes of shares end at all", () => {
  assert.deepEqual(axisOf(figure("1", 0.43)), [0, 0.45]);
  assert.deepEqual(axisOf(figure("1", 0.99)), [0, 1]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { IntervalChart, IntervalRow } from "../generated/report";
import { percentOf } from "../src/interval_row";
import { reachOf } from "../src/reach";

function chart(bounds: [number | null, number, number | null][]): IntervalChart {
  const rows = bounds.map(
    ([low, middle, high]): IntervalRow => ({
      label: "", group: "", low, middle, high, text: "", tone: "neutral",
    }),
  );
  return {
    kind: "intervals", id: "x", title: "", summary: "", unit: "", source: "", axis: "",
    from_zero: false, marks: [], rows,
  };
}

test("an axis reaches over all bounds, and over zero", () => {
  assert.deepEqual(reachOf(chart([[2, 3, 4], [1, 2, 5]])), [0, 5]);
});

test("bounds that would press the others together are cut", () => {
  const [low, high] = reachOf(chart([[-4, 1, 4], [-3, 1, 3], [-900, 2, 900]]));
  assert.deepEqual([low, high], [-12, 12]);
});

test("a row without bounds counts with its middle", () => {
  assert.deepEqual(reachOf(chart([[null, 7, null]])), [0, 7]);
});

test("a place on the axis is a percentage, and stays on it", () => {
  const axis = { ticks: [-10, 0, 10], marks: [] };
  assert.equal(percentOf(0, axis), "50.00%");
  assert.equal(percentOf(99, axis), "100.00%");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { heightOf, yearBars, yearReach, yearTicks } from "../../src/what_if/year_axis";

const figure = { id: "x", base: [10, 20], variant: [8, null], low: [-3, null], high: [-1, null] };

test("each year has its difference and interval, or none", () => {
  const [first, second] = yearBars(["2026-27", "2027-28"], figure);
  assert.deepEqual(first, { name: "2026-27", base: 10, variant: 8, low: -3, high: -1, middle: -2 });
  assert.equal(second!.middle, null);
});

test("zero is always within, and all bounds are", () => {
  const [low, high] = yearReach(yearBars(["2026-27"], figure));
  assert.ok(low < -3 && high === 0);
  assert.deepEqual(yearReach([]), [0, 0.08]);
});

test("higher lies nearer to the top", () => {
  assert.equal(heightOf(1, [-1, 1]), "0.00%");
  assert.equal(heightOf(0, [-1, 1]), "50.00%");
});

test("numbers stand at zero and at the ends, but not on each other", () => {
  assert.deepEqual(yearTicks(yearBars(["2026-27"], figure)), [-3, 0]);
  const both = { ...figure, low: [-0.1, null], high: [4, null] };
  assert.deepEqual(yearTicks(yearBars(["2026-27"], both)), [-2, 0, 4]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { niceTicks, timeSegments } from "../src/ticks";

test("an axis has round numbers that cover both ends", () => {
  assert.deepEqual(niceTicks(0, 97, 5), { values: [0, 20, 40, 60, 80, 100], decimals: 0 });
  assert.deepEqual(niceTicks(-3, 7, 5).values, [-4, -2, 0, 2, 4, 6, 8]);
});

test("steps of two and a half have a decimal more", () => {
  assert.deepEqual(niceTicks(0, 10, 4), { values: [0, 2.5, 5, 7.5, 10], decimals: 1 });
  assert.deepEqual(niceTicks(0, 1, 4).decimals, 2);
});

test("an axis without numbers still has an end", () => {
  assert.deepEqual(niceTicks(0, 0, 1).values, [0, 1]);
  assert.deepEqual(niceTicks(NaN, NaN, 1).values, [0, 1]);
});

test("years since the start are named as school years", () => {
  assert.deepEqual(timeSegments("2026-08-01", 0, 731, "nl"), [
    { from: 0, to: 365, name: "2026-27" },
    { from: 365, to: 731, name: "2027-28" },
  ]);
});

test("years that begin in January have one number, and cover a leap day", () => {
  assert.deepEqual(timeSegments("2027-01-01", 0, 731, "nl"), [
    { from: 0, to: 365, name: "2027" },
    { from: 365, to: 731, name: "2028" },
  ]);
});

test("a year alone is told in months, of the language of the page", () => {
  const segments = timeSegments("2026-01-31", 0, 60, "nl");
  assert.deepEqual(
    segments.map(({ from, to }) => [from, to]),
    [
      [0, 28],
      [28, 59],
      [59, 60],
    ],
  );
  assert.match(timeSegments("2026-05-01", 0, 30, "nl")[0]?.name ?? "", /^mei/);
});

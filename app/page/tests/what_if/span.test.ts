import assert from "node:assert/strict";
import { test } from "node:test";
import { monthsLater, nearestMonth, nearestSpan, spanLater, spanOf, spanText, unitText, writtenSpan } from "../../src/what_if/span";

test("months go on, also from the last day of a long one", () => {
  assert.equal(monthsLater("2026-08-31", 1), "2026-09-30");
  assert.equal(monthsLater("2027-01-15", -1), "2026-12-15");
  assert.equal(monthsLater("2028-01-31", 1), "2028-02-29");
});

test("dragging lands on the first of a month", () => {
  assert.equal(nearestMonth(new Date("2026-08-10")), "2026-08-01");
  assert.equal(nearestMonth(new Date("2026-08-20")), "2026-09-01");
});

test("a span is written as scenarios write it, and said in the language of the page", () => {
  assert.deepEqual(spanOf("4 months"), { number: 4, unit: "month" });
  assert.deepEqual(spanOf("1 year"), { number: 1, unit: "year" });
  for (const none of ["", "4", "soon", "4 fte"]) assert.equal(spanOf(none), null);
  assert.equal(writtenSpan({ number: 1, unit: "month" }), "1 month");
  assert.equal(writtenSpan({ number: 6, unit: "week" }), "6 weeks");
  assert.equal(spanText({ number: 4, unit: "month" }, "nl"), "4 maanden");
  assert.equal(spanText({ number: 1, unit: "year" }, "en"), "1 year");
  assert.equal(unitText({ number: 1, unit: "week" }, "nl"), "week");
});

test("a span later is a date of the calendar", () => {
  assert.equal(spanLater("2026-09-01", { number: 4, unit: "month" }), "2027-01-01");
  assert.equal(spanLater("2028-02-29", { number: 1, unit: "year" }), "2029-02-28");
  assert.equal(spanLater("2026-09-01", { number: 1.5, unit: "year" }), "2028-03-01");
  assert.equal(spanLater("2026-12-28", { number: 2, unit: "week" }), "2027-01-11");
});

test("so many days are the nearest whole number of the unit, and never less than none", () => {
  assert.deepEqual(nearestSpan(122, "month"), { number: 4, unit: "month" });
  assert.deepEqual(nearestSpan(10, "week"), { number: 1, unit: "week" });
  assert.deepEqual(nearestSpan(-90, "month"), { number: 0, unit: "month" });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { dateOf, dateText, extentWithZero, nearestIndex, numberText, percentText, signed } from "../src/values";

test("numbers are written in the language of the page", () => {
  assert.equal(numberText(1234.5, "en"), "1,235");
  assert.equal(numberText(1234.5, "nl"), "1.235");
  assert.equal(numberText(3.44, "nl"), "3,4");
  assert.equal(numberText(3, "nl"), "3");
  assert.equal(percentText(0.917, "nl"), "92%");
});

test("a hyphen before a number is a minus sign, one between words or years is not", () => {
  assert.equal(signed("-5.7 (-7.7 to -3.7), 2026-27, so-called"), "\u22125.7 (\u22127.7 to \u22123.7), 2026-27, so-called");
});

test("nothing is minus zero", () => {
  assert.equal(numberText(-0.04, "en"), "0.0");
});

test("days are counted from the start date, whatever the clock of the reader", () => {
  assert.equal(dateText(dateOf("2026-08-01", 0), "nl"), "1 augustus 2026");
  assert.equal(dateText(dateOf("2026-08-01", 91), "en"), "31 October 2026");
});

test("the first of two that lie as near is taken", () => {
  assert.equal(nearestIndex([0, 13, 26], 14), 1);
  assert.equal(nearestIndex([0, 10], 5), 0);
});

test("gaps have no extent", () => {
  assert.deepEqual(extentWithZero([[null, 3, -2], []]), [-2, 3]);
  assert.deepEqual(extentWithZero([[null]]), [0, 0]);
});

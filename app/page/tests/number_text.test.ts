import assert from "node:assert/strict";
import { test } from "node:test";
import { NumberText, grouped, parameterNumber } from "../src/number_text";

const dutch = {
  language: "nl",
  range: (low: string, high: string) => `${low} tot ${high}`,
  about: (both: string) => `ongeveer ${both}`,
  weeks: " wk",
  millions: " mln",
};

test("the noise decides how many decimals there are", () => {
  assert.equal(new NumberText("1/year", 27.1234, 3, dutch).value(27.1234), "27");
  assert.equal(new NumberText("1/year", 27.1234, 0.3, dutch).value(27.1234), "27,1");
  assert.equal(new NumberText("1/year", 27.1234, 0, dutch).value(27.1234), "27,1");
});

test("days are told as weeks, shares as percentages, euros rounded", () => {
  assert.equal(new NumberText("day", 20, 2, dutch).value(20), "2,9 wk");
  assert.equal(new NumberText("1", 0.8649, 0.05, dutch).between(0.81, 0.9), "81 tot 90%");
  assert.equal(new NumberText("EUR/year", 1234567, 4000, dutch).value(1234567), "1.235.000");
  assert.equal(new NumberText("EUR/year", 12345678, 40000, dutch).value(12345678), "12,35 mln");
});

test("bounds that round alike are told once", () => {
  assert.equal(new NumberText("1", 0.48, 0.05, dutch).between(0.481, 0.484), "ongeveer 48%");
  assert.equal(new NumberText("1", 0.48, 0.05, dutch).between(0.48, 0.48), "48%");
});

test("nothing is told as minus nil", () => {
  assert.equal(grouped(-0.2, 0, "nl"), "0");
  assert.equal(parameterNumber(13.5, "nl"), "13,5");
});

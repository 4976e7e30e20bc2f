import assert from "node:assert/strict";
import { test } from "node:test";
import {
  isBeyondEvidence, leverName, namedApart, quantityOf, sliderRange, valueText, writtenNumber,
} from "../../src/what_if/lever_value";
import type { Lever } from "../../src/what_if/protocol";

function lever(value: string, kind: string, low = "", high = "", unit = ""): Lever {
  return { path: "a.b", label: "", node: "", help: "", words: "", mark: "", mark_text: "", source: "", unit, value, kind, low, high };
}

test("a value is a number and what stands behind it", () => {
  assert.deepEqual(quantityOf("14.6 fte"), { number: 14.6, unit: " fte" });
  assert.deepEqual(quantityOf("20%"), { number: 20, unit: "%" });
  assert.deepEqual(quantityOf("-4"), { number: -4, unit: "" });
  assert.equal(quantityOf("unlimited"), null);
});

test("a label is taken apart into whose it is and what it is", () => {
  const { label, node } = namedApart({ ...lever("1", "count"), label: "Jeugdteam: de medewerkers", node: "jeugdteam" });
  assert.deepEqual([label, node], ["de medewerkers", "Jeugdteam"]);
  const clock = namedApart({ ...lever("8 weeks", "duration"), path: "clocks.tlv_po.within", label: "de termijn", node: "tlv_po" });
  assert.equal(leverName(clock), "de termijn, tlv po");
  const own = namedApart({ ...lever("0 days", "duration"), path: "defaults.delay", label: "de overdracht", node: "delay" });
  assert.equal(leverName(own), "de overdracht");
});

test("numbers are written without what computing in binary leaves", () => {
  assert.equal(writtenNumber(0.1 + 0.2), "0.3");
  assert.equal(writtenNumber(500000), "500000");
});

test("values are read in the language of the page", () => {
  assert.equal(valueText(lever("14.6 fte", "staff", "", "", "fte"), "14.6 fte", "nl"), "14,6 fte");
  assert.equal(valueText(lever("20%", "share"), "20%", "nl"), "20%");
  assert.equal(valueText(lever("3% per month", "number", "", "", "% per maand"), "3% per month", "nl"), "3% per maand");
  assert.equal(valueText(lever("2026-09-01", "date"), "2026-09-01", "nl"), "1 september 2026");
});

test("a slider goes from zero to twice what is, in whole numbers where it counts", () => {
  assert.deepEqual(sliderRange(lever("185", "count")), { low: 0, high: 370, step: 1, buttonStep: 5 });
  assert.equal(sliderRange(lever("70%", "share")).high, 100);
});

test("a slider goes half a range beyond what is assumed, and not below zero", () => {
  const { low, high } = sliderRange(lever("40%", "share", "20%", "60%"));
  assert.deepEqual([low, high], [0, 80]);
  assert.equal(sliderRange(lever("90%", "share", "70%", "95%")).high, 100);
});

test("what is now lies on a step of its slider, and so does its low end", () => {
  for (const each of [lever("14.6 fte", "staff", "13.8 fte", "16 fte"), lever("0.75", "factor", "0.6", "1.0"), lever("2.35 weeks", "duration")]) {
    const { low, step } = sliderRange(each);
    const steps = (quantityOf(each.value)!.number - low) / step;
    assert.ok(Math.abs(steps - Math.round(steps)) < 1e-6, each.value);
  }
});

test("a slider has room where there is nothing now", () => {
  for (const each of [lever("0", "count"), lever("0%", "share"), lever("0 weeks", "duration")])
    assert.ok(sliderRange(each).high > 0, each.kind);
});

test("a value outside what is assumed is told", () => {
  const staff = lever("14.6 fte", "staff", "13.8 fte", "16 fte");
  assert.equal(isBeyondEvidence(staff, "16 fte"), false);
  assert.equal(isBeyondEvidence(staff, "17 fte"), true);
  assert.equal(isBeyondEvidence(lever("185", "count"), "900"), false);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldText, readNumber, type TypedNumber } from "../src/typed_number";

const numberOf = (typed: TypedNumber) => (typed.kind === "number" ? typed.number : typed.kind);
const readings = (typed: TypedNumber) => (typed.kind === "unclear" ? typed.readings : typed.kind);

test("a comma and a point before the decimals are read alike", () => {
  for (const text of ["14,5", "14.5", " 14,50 "]) assert.equal(numberOf(readNumber(text)), 14.5);
  assert.equal(numberOf(readNumber(",5")), 0.5);
  assert.equal(numberOf(readNumber("3.")), 3);
  assert.equal(numberOf(readNumber("\u22122,5")), -2.5);
  assert.equal(numberOf(readNumber("0,125")), 0.125, "no thousand begins with a zero");
  assert.equal(numberOf(readNumber("1234,567")), 1234.567);
});

test("a number that may be a thousand or a fraction is refused, with both ways to write it", () => {
  assert.deepEqual(readings(readNumber("1.234")), ["1234", "1.2340"]);
  assert.deepEqual(readings(readNumber("-12,500")), ["-12500", "-12,5000"]);
  for (const reading of ["1234", "1.2340"]) assert.equal(readNumber(reading).kind, "number");
});

test("thousands with marks are refused, with the way to write them", () => {
  assert.deepEqual(readings(readNumber("1.234,5")), ["1234,5"]);
  assert.deepEqual(readings(readNumber("1,234,567")), ["1234567"]);
  assert.deepEqual(readings(readNumber("1 234")), ["1234"]);
  assert.deepEqual(readings(readNumber("1\u00a0234\u00a0567,5")), ["1234567,5"]);
});

test("anything else is no number", () => {
  for (const text of ["many", "1.2.3", "1,2,3", "4-5", "1e3", "1,23,456", "5 weeks"])
    assert.equal(readNumber(text).kind, "wrong", text);
  assert.equal(readNumber("  ").kind, "empty");
});

test("the unit of the field may stand behind the number", () => {
  assert.equal(numberOf(readNumber("80 %", ["%"])), 80);
  assert.equal(numberOf(readNumber("6 Weken", ["weeks", "weken"])), 6);
  assert.equal(readNumber("6 months", ["weeks"]).kind, "wrong");
});

test("a field shows a number in the language of the page, and reads it again", () => {
  assert.equal(fieldText(14.5, "nl"), "14,5");
  assert.equal(fieldText(14.5, "en"), "14.5");
  assert.equal(fieldText(0.1 + 0.2, "nl"), "0,3");
  assert.equal(fieldText(500000, "nl"), "500000");
  assert.equal(fieldText(-4, "en"), "-4");
});

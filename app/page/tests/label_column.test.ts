import assert from "node:assert/strict";
import { test } from "node:test";
import { spreadLabels } from "../src/label_column";
import { boldWidth, textWidth, wrapBold, wrapText } from "../src/text";

test("labels that have room stay where they want to be", () => {
  const labels = [
    { wanted: 80, height: 15 },
    { wanted: 20, height: 15 },
  ];
  assert.deepEqual(spreadLabels(labels, 0, 100), [80, 20]);
});

test("labels that touch move apart by as much to both sides", () => {
  const labels = [
    { wanted: 50, height: 10 },
    { wanted: 50, height: 10 },
  ];
  assert.deepEqual(spreadLabels(labels, 0, 100), [45, 55]);
});

test("labels at the top are pushed down, in their order", () => {
  const labels = [
    { wanted: 2, height: 10 },
    { wanted: 1, height: 10 },
    { wanted: 12, height: 10 },
  ];
  assert.deepEqual(spreadLabels(labels, 0, 100), [15, 5, 25]);
});

test("a text breaks at blanks, and what does not fit ends in an ellipsis", () => {
  const width = textWidth("arrangement", 13) + 1;
  assert.deepEqual(wrapText("arrangement led by", width, 13, 3), ["arrangement", "led by"]);
  assert.deepEqual(wrapText("arrangement arrangement", width, 13, 1).length, 1);
  assert.match(wrapText("arrangement arrangement", width, 13, 1)[0] ?? "", /\u2026$/);
  assert.match(wrapText("wwwwwwwwwwwwwwwwww", width, 13, 2)[0] ?? "", /^w+\u2026$/);
});

test("a label of the map breaks within a long word, as it was laid out", () => {
  assert.ok(Math.abs(boldWidth("OZA", 13) - (1.08 * 13 * (778 + 611 + 667)) / 1000) < 1e-9);
  assert.equal(wrapBold("Onderwijszorgarrangement", 116, 13, 4).join(""), "Onderwijszorgarrangement");
  assert.equal(wrapBold("Onderwijszorgarrangement", 116, 13, 4).length, 2);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { arrowPath, firstPart } from "../src/bezier";
import { flowWidth, loadClass } from "../src/load";
import { nodeWords } from "../src/map_words";

test("half of a straight curve ends in its middle", () => {
  const [start, , , end] = firstPart(
    [
      { x: 0, y: 0 },
      { x: 1, y: 0 },
      { x: 2, y: 0 },
      { x: 3, y: 0 },
    ],
    0.5,
  );
  assert.deepEqual([start.x, end.x], [0, 1.5]);
});

test("an arrow ends at the tip of the curve, and is no curve with too few points", () => {
  const path = arrowPath([0, 5, 30, 5, 60, 5, 90, 5], 2);
  assert.match(path?.line ?? "", /^M0\.0,5\.0C/);
  assert.match(path?.head ?? "", /^M90\.0,5\.0L/);
  assert.equal(arrowPath([0, 0, 1, 1], 2), null);
});

test("classes of load begin at their lower bounds", () => {
  assert.deepEqual([0, 0.5, 0.84, 0.85, 0.95, 1.2].map(loadClass), [0, 1, 2, 3, 4, 4]);
});

test("flows are as wide as they are large, and never invisible", () => {
  assert.equal(flowWidth(50, 100), 5.5);
  assert.equal(flowWidth(0, 100), 0.8);
  assert.equal(flowWidth(null, 0), 0.8);
});

test("a node says what it has: load, list, or nothing", () => {
  const page = { language: "nl", words: { "map.wait": "%0 wachten" } };
  const node = { id: "oza", label: "OZA", kind: "arrangement" as const, x: 0, y: 0, width: 1, height: 1 };
  const view = { variant: 0, year: 0 };
  assert.equal(nodeWords({ ...node, load: [[0.92]], waiting: [[52.4]] }, view, page), "92%, 52 wachten");
  assert.equal(nodeWords({ ...node, load: [[null]], waiting: [[3.1]] }, view, page), "3,1 wachten");
  assert.equal(nodeWords({ ...node, load: [[null]], waiting: [[0]] }, view, page), "");
  assert.equal(nodeWords({ ...node, load: [], waiting: [] }, view, page), "");
});

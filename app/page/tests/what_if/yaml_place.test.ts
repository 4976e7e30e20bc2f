import assert from "node:assert/strict";
import { test } from "node:test";
import { placeAt } from "../../src/what_if/yaml_place";

const at = (before: string) => {
  const place = placeAt(before);
  return place && [place.path.join("/"), place.key, place.word];
};

test("a key stands below the lines above that are further to the left", () => {
  assert.deepEqual(at("de"), ["", null, "de"]);
  assert.deepEqual(at("set:\n  arr.oz"), ["set", null, "arr.oz"]);
  assert.deepEqual(at("desks:\n  a:\n    staff: 1\n\n  b:\n    # said\n    st"), ["desks/b", null, "st"]);
  assert.deepEqual(at("desks:\n  a: 1\nset:\n  "), ["set", null, ""]);
});

test("behind a colon stands the value of a key", () => {
  assert.deepEqual(at("arrangements:\n  oza:\n    leads: ed"), ["arrangements/oza", "leads", "ed"]);
  assert.deepEqual(at("set:\n  a.b: "), ["set", "a.b", ""]);
});

test("braces are as lines of their own", () => {
  assert.deepEqual(at("effects:\n  faster: {change: desks.a.work, fa"), ["effects/faster", null, "fa"]);
  assert.deepEqual(at("effects:\n  faster: {change: de"), ["effects/faster", "change", "de"]);
  assert.deepEqual(at("a: {b: {c: 1}, d"), ["a", null, "d"]);
});

test("items of lists belong to the key above", () => {
  assert.deepEqual(at("places:\n  - fr"), ["places", null, "fr"]);
  assert.deepEqual(at("places:\n  - from: 2027-01-01\n    co"), ["places", null, "co"]);
});

test("nothing is offered in a comment", () => assert.equal(at("set: # arr"), null));

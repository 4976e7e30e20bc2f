import assert from "node:assert/strict";
import { test } from "node:test";
import { nameIn, withName, withSets } from "../../src/what_if/overlay_text";

test("the name of a text is the one that stands there", () => {
  assert.equal(nameIn('extends: a.yaml\nname: "Plan \\"B\\""\n'), 'Plan "B"');
  assert.equal(nameIn("name: 'It''s'"), "It's");
  assert.equal(nameIn("name: More places # said"), "More places");
  for (const text of ["name: {nl: Meer, en: More}", "name:\n  nl: Meer", "desks:\n  name: x", 'name: "half'])
    assert.equal(nameIn(text), null, text);
});

test("another name stands where the first stood, or below what is extended", () => {
  assert.equal(withName("extends: a.yaml\nname: One\nset:\n  a: 1\n", "$& Two"), 'extends: a.yaml\nname: "$& Two"\nset:\n  a: 1\n');
  assert.equal(withName("name:\n  nl: Een\n  en: One\nset:\n", "Two"), 'name: "Two"\nset:\n');
  assert.equal(withName("extends: a.yaml\n", "Two"), 'extends: a.yaml\nname: "Two"\n');
});

test("values are set in the text that is there", () => {
  const sets = [{ path: "a.places", value: "30" }];
  assert.equal(withSets("extends: a.yaml\n", sets), "extends: a.yaml\nset:\n  a.places: 30\n");
  assert.equal(withSets("set:\n  a.places: 24\n  b: 1\n", sets), "set:\n  a.places: 30\n  b: 1\n");
  assert.equal(withSets("set: {b: 1}\n", sets), "set: {a.places: 30, b: 1}\n");
});
